"""Draw the store icons from assets/icon.svg: `make icons`."""

import sys
from pathlib import Path

import resvg_py

ASSETS = Path("assets")
SIZES = (108, 512)  # pixels, both asked for by the store


def draw(size: int) -> bytes:
    """The icon as a square PNG of that many pixels."""
    return bytes(resvg_py.svg_to_bytes(svg_path=str(ASSETS / "icon.svg"), width=size, height=size))


def main() -> int:
    for size in SIZES:
        path = ASSETS / f"icon-{size}.png"
        if "--check" not in sys.argv:
            path.write_bytes(draw(size))
        elif not path.exists() or path.read_bytes() != draw(size):
            print(f"error: {path} differs from {ASSETS}/icon.svg; run make icons", file=sys.stderr)
            return 1
    print(f"{ASSETS}: icons of {' and '.join(map(str, SIZES))} pixels match icon.svg")
    return 0


if __name__ == "__main__":
    sys.exit(main())
