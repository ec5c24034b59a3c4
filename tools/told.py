"""A run of words that was found in a sentence, with what was said before and after it: what the rules of elsewhere are of."""

from dataclasses import dataclass

from tools.match import Match


@dataclass(frozen=True)
class Told:
    """One run; `clause` is the clause that it begins in."""

    match: Match
    before: str  # with a space at its end, unless nothing was said
    run: str
    after: str
    clause: str

    @property
    def text(self) -> str:
        return f"{self.before}{self.run} {self.after}"

    @property
    def span(self) -> tuple[int, int]:
        """Where the run stands among the letters of the text."""
        return len(self.before), len(self.before) + len(self.run)


def told(said: list[str], match: Match, clause: str) -> Told:
    before = "".join(word + " " for word in said[: match.start])
    return Told(match, before, " ".join(said[match.start : match.end]), " ".join(said[match.end :]), clause)
