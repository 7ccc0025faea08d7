"""Look for what the reader of maps cannot bear: `python tools/fuzz_reader.py --minutes 10`.

Maps and their sources are spoilt at random, bytes, lines and words, and read with everything that follows from them.
Whatever comes of it is a reading or a `MapError`. Anything else, and what takes longer than it may, is kept in a folder
to become a test.
"""

from __future__ import annotations

import argparse
import faulthandler
import random
import re
import tempfile
import time
import traceback
from collections.abc import Callable
from itertools import count
from pathlib import Path

from argmap import MapError, read

HOUSE = Path(__file__).parent.parent
SLOW = 10  # seconds for a map of a few kilobytes: something is not linear
PIECES = (
    *("", " ", "\t", "\n", "\r", ":", ": ", "- ", "[", "]", "{", "}", "'", '"', "|", ">", "&a ", "*a", "!t ", "<<: "),
    *(
        "---\n",
        "...",
        "%YAML",
        "#",
        "12",
        "true",
        "null",
        "~",
        "\0",
        "\u202e",
        "\u2028",
        "\ufeff",
        "\\",
        "é",
        "😀",
        "א",
    ),
    *("because:", "but:", "premises: []", "quote:", "reads:", "strength: strong", "expect: falls", "thesis:", "text:"),
)

Spoil = Callable[[random.Random, bytes], bytes]


def spoil_byte(chance: random.Random, content: bytes) -> bytes:
    """Another byte in one place."""
    at = chance.randrange(len(content) + 1)
    return content[:at] + bytes([chance.randrange(256)]) + content[at + chance.randrange(3) :]


def spoil_piece(chance: random.Random, content: bytes) -> bytes:
    """A piece of notation where there was another, or none."""
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(PIECES).encode() + content[at + chance.randrange(12) :]


def spoil_line(chance: random.Random, content: bytes) -> bytes:
    """Some lines again, elsewhere or nowhere."""
    lines = content.splitlines(keepends=True) or [b""]
    start, target = chance.randrange(len(lines)), chance.randrange(len(lines) + 1)
    taken = lines[start : start + chance.randrange(1, 6)]
    rest = lines if chance.random() < 0.5 else lines[:start] + lines[start + len(taken) :]
    return b"".join(rest[:target] + taken * chance.choice((0, 1, 1, 2)) + rest[target:])


def spoil_word(chance: random.Random, content: bytes) -> bytes:
    """A word of the file in place of another: references that lead elsewhere."""
    words = list(re.finditer(rb"[\w-]+", content))
    if not words:
        return content
    one, other = chance.choice(words), chance.choice(words)
    return content[: one.start()] + other[0] + content[one.end() :]


SPOILS: tuple[Spoil, ...] = (spoil_byte, spoil_piece, spoil_piece, spoil_line, spoil_word, spoil_word)


def spoilt(chance: random.Random, content: bytes) -> bytes:
    """The content with one to eight things gone wrong."""
    for _ in range(chance.randrange(1, 9)):
        content = chance.choice(SPOILS)(chance, content)
    return content


def main() -> None:
    """Read spoilt maps until the time is over; exit with 1 where one was not borne."""
    parser = argparse.ArgumentParser(description="Look for what the reader of maps cannot bear.")
    parser.add_argument("--minutes", type=float, default=10, help="how long (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="where to begin (default: %(default)s)")
    parser.add_argument("--keep", type=Path, default=Path("fuzzed"), help="where what was not borne is kept")
    arguments = parser.parse_args()
    originals = sorted([*HOUSE.glob("docs/maps/**/*.yml"), *HOUSE.glob("tests/notation/*/*.yml")])
    end = time.monotonic() + arguments.minutes * 60
    failures = read_count = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in count(arguments.seed):
            if time.monotonic() > end:
                break
            chance = random.Random(seed)
            content = spoilt(chance, chance.choice(originals).read_bytes())
            text = spoilt(chance, (HOUSE / "seeds/harbour-report.txt").read_bytes())
            if failure := unborne(Path(folder), content, text):
                failures += 1
                arguments.keep.mkdir(exist_ok=True)
                (arguments.keep / f"{seed}.yml").write_bytes(content)
                print(f"seed {seed}: {failure}")
            read_count += 1
    print(f"{read_count} maps read from seed {arguments.seed} on, {failures} not borne")
    raise SystemExit(bool(failures))


def unborne(folder: Path, content: bytes, text: bytes) -> str:
    """How the reader fails, or nothing. What hangs ends the program, with its traceback."""
    project = folder / "project"
    (project / "docs/maps").mkdir(parents=True, exist_ok=True)
    (project / "seeds").mkdir(exist_ok=True)
    (project / "mkdocs.yml").touch()
    for name in ("harbour-report.txt", "000_df4570bfebae3d5d.txt"):
        (project / "seeds" / name).write_bytes(text)
    path = project / "docs/maps/map.yml"
    path.write_bytes(content)
    faulthandler.dump_traceback_later(6 * SLOW, exit=True)
    start = time.process_time()
    try:
        reading = read(path)
        for claim in reading.map.claims:
            reading.says(claim)
        str(reading.pivotal)
    except MapError as error:
        return "a finding of several lines" if any("\n" in str(each) for each in error.findings) else ""
    except Exception:  # whatever it is, it is what is looked for
        return traceback.format_exc()
    finally:
        faulthandler.cancel_dump_traceback_later()
    spent = time.process_time() - start
    return f"it took {spent:.1f} seconds" if spent > SLOW else ""


if __name__ == "__main__":
    main()
