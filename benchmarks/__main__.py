"""Measure what the docs claim: python -m benchmarks [PART …] [--write FILE]. Exit status 1 if a limit is missed."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.figures import table

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
    parser.add_argument("--write", type=Path, help="a Markdown file for the figures")
    arguments = parser.parse_args()
    unknown = set(arguments.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    sections, kept = [_head()], True
    for part in arguments.parts or PARTS:
        figures = import_module(f"benchmarks.{part}").measure()
        sections.append(f"## {PARTS[part]}\n\n`python -m benchmarks {part}`\n\n{table(figures)}\n")
        print(sections[-1], flush=True)
        kept = kept and all(figure.holds for figure in figures)
    if arguments.write:
        arguments.write.write_text("\n".join(sections), encoding="utf-8")
    return 0 if kept else 1


def _head() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        "# Benchmarks\n\n"
        f"Written by `make bench`, on {os.cpu_count()} cores with {memory:.0f} GB, Python {platform.python_version()}. "
        "Absolute figures differ from one computer to the next; ratios, measured side by side, hardly do.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
