"""Measure what the docs claim: python -m benchmarks [PART …] [--write FILE]. Exit status 1 if a limit is missed."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.figures import table

_HEAD = """# Benchmarks

Written by `make bench`; each part says on what. Absolute figures differ from one computer to the next; ratios, measured
side by side, hardly do.
"""
PARTS = {
    "extraction": "Reading beside bare spaCy",
    "startup": "Waiting for an answer",
    "first_run": "The first run",
    "load": "Loading",
    "queries": "Point questions through REST beside the bare driver",
}


def main() -> int:
    """Run the parts asked for, or all, print their figures and write them where `--write` says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument(
        "--write", type=Path, help="a Markdown file for the figures; of one that is there other parts stay"
    )
    arguments = parser.parse_args()
    unknown = set(arguments.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    sections, kept = _written(arguments.write), True
    for part in arguments.parts or PARTS:
        figures = import_module(f"benchmarks.{part}").measure()
        sections[PARTS[part]] = f"`python -m benchmarks {part}`, on {_machine()}\n\n{table(figures)}\n"
        print(sections[PARTS[part]], flush=True)
        kept = kept and all(figure.holds for figure in figures)
    if arguments.write:
        bodies = [f"## {title}\n\n{sections[title]}" for title in PARTS.values() if title in sections]
        arguments.write.write_text("\n".join([_HEAD, *bodies]), encoding="utf-8")
    return 0 if kept else 1


def _written(file: Path | None) -> dict[str, str]:
    """The sections of an earlier measurement, by their titles."""
    text = file.read_text(encoding="utf-8") if file is not None and file.exists() else ""
    sections = (section.split("\n\n", 1) for section in text.split("\n## ")[1:])
    return {title: body.rstrip() + "\n" for title, body in sections}


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores with {memory:.0f} GB, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
