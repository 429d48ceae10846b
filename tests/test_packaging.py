"""The wheel: it holds every file of the packages, and works where the source tree is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("api", "cypher", "graph", "ingest")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """What the command printed; its environment is that of somebody who has no source tree at hand."""
    bare = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COMMUNIQUE"))
    }
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def pip(*arguments: str | Path) -> None:
    done = run(sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder, ROOT)
    (built,) = folder.glob("communique-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment with this wheel; other packages are looked up in the present one.

    A folder that a .pth file names is searched, but its own .pth files are not followed: so the editable
    install stays out.
    """
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, symlinks=True)
    scheme = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", "venv", scheme))
    (packages / "present.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip(
        "--python",
        folder / "bin" / "python",
        "install",
        "--no-deps",
        "--no-index",
        "--ignore-installed",
        wheel,
    )
    return folder / "bin"


def test_the_wheel_holds_every_file_of_the_packages(wheel: Path) -> None:
    ours = {
        str(file.relative_to(ROOT))
        for package in PACKAGES
        for file in (ROOT / package).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert ours - set(zipfile.ZipFile(wheel).namelist()) == set()


@pytest.mark.parametrize(
    ("folder", "suffix"),
    [
        ("cypher/schema", ".cypher"),
        ("cypher/write", ".cypher"),
        ("cypher/read", ".cypher"),
        ("cypher/browser", ".grass"),
        ("graph/reference", ".yaml"),
        ("ingest/lexicon", ".yaml"),
        ("ingest/samples", ""),
    ],
)
def test_the_wheel_holds_the_data(wheel: Path, folder: str, suffix: str) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if name.startswith(f"{folder}/") and name.endswith(suffix)]


def test_the_wheel_holds_the_packages_and_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {*PACKAGES, "communique-0.1.0.dist-info"}


def test_the_installed_wheel_is_what_runs(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "python", "-c", "import api; print(api.__file__)", cwd=tmp_path)
    assert Path(done.stdout.strip()).is_relative_to(installed.parent)


def test_the_installed_wheel_shows_its_help(installed: Path, tmp_path: Path) -> None:
    done = run(installed / "communique", "--help", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "ingest" in done.stdout


def test_the_installed_wheel_reads_the_samples_and_answers(installed: Path, tmp_path: Path) -> None:
    where = "from importlib.resources import files; print(files('ingest') / 'samples')"
    samples = run(installed / "python", "-c", where, cwd=tmp_path).stdout.strip()
    assert Path(samples).is_relative_to(installed.parent)

    ingest = run(installed / "communique", "--graph", "graph", "ingest", samples, cwd=tmp_path)
    assert ingest.returncode == 0, ingest.stderr
    tour = run(installed / "communique", "tour", "--graph", "graph", cwd=tmp_path)
    assert tour.returncode == 0, tour.stderr
    assert "Lavrov" in tour.stdout

    question = ("attendees", "event/moscow-format-6", "--json", "--graph", "graph")
    attendees = run(installed / "communique", *question, cwd=tmp_path)
    assert attendees.returncode == 0, attendees.stderr
    assert "Sergey Lavrov" in attendees.stdout
    json.loads(attendees.stdout)
    assert [entry.name for entry in tmp_path.iterdir()] == ["graph"]
