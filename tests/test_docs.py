"""The documentation: generated parts are fresh, commands exist, snippets run, links lead somewhere."""

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer

from onrecord import errors
from onrecord.cli.application import EXIT_CODES, app
from onrecord.errors import OnrecordError
from onrecord.model import Article, Claim, Entity, Event, Gap, Made, Mention, Place, Time

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", *sorted(DOCS.rglob("*.md"))]
GENERATED = {"architecture.md", "cli.md", "errors.md", "fields.md", "settings.md"}
COMMANDS = ["first-record", "tests"]
PARTS = [Article, Claim, Entity, Event, Gap, Made, Mention, Place, Time]


def blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def lines() -> Iterator[tuple[str, str]]:
    """Every line of shell in the documentation that calls onrecord, with the page where it stands."""
    for path in PAGES:
        for block in blocks(path, "sh"):
            yield from ((path.name, line) for line in block.splitlines() if re.search(r"(^|\| |/)onrecord\b", line))


def calls(line: str) -> Iterator[list[str]]:
    """The words after each "onrecord" of a line of shell, up to a pipe or the like."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    words: list[str] = []
    for word in [*lexer, ";"]:
        if not set(word) <= set("|&;<>()"):
            words.append(word)
            continue
        if words and words[0].endswith("onrecord"):
            yield words[1:]
        words = []


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", sorted(generator().PARTS))
def test_generated_parts_are_fresh(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == generator().PARTS[name](), "run: python docs/generate.py"


@pytest.mark.parametrize(("page", "line"), [*lines()])
def test_every_command_in_the_documentation_is_one(page: str, line: str) -> None:
    root: Any = typer.main.get_command(app)
    for name, *arguments in calls(line):
        if name == "--version":
            continue
        assert name in root.commands, f"{page}: {line}"
        root.commands[name].make_context(name, arguments)


@pytest.mark.parametrize("snippet", blocks(DOCS / "guide.md", "python"))
def test_every_snippet_of_the_guide_runs(snippet: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "tallinn-patrols.html", tmp_path / "page.html")
    (tmp_path / "snippet.py").write_text(snippet, "utf-8")
    done = subprocess.run(
        [sys.executable, "snippet.py"], cwd=tmp_path, capture_output=True, text=True, timeout=100, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text):
        if not target.startswith(("http://", "https://")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_tree_of_errors_is_the_one_that_there_is() -> None:
    def tree(error: type[OnrecordError]) -> Iterator[str]:
        yield error.__name__
        for inner in error.__subclasses__():
            if inner.__module__ == errors.__name__:
                yield from tree(inner)

    drawn = re.findall(r"^[ │├└─]*([A-Z]\w+)(?: {2,}|$)", errors.__doc__ or "", re.MULTILINE)
    assert drawn == list(tree(OnrecordError))


def test_the_guide_tells_every_exit_code() -> None:
    text = (DOCS / "guide.md").read_text("utf-8")
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)}
    assert told == set(EXIT_CODES)


@pytest.mark.parametrize(
    "part", [Article, Claim, Entity, Event, Gap, Made, Mention, Place, Time], ids=lambda p: p.__name__
)
def test_every_field_of_the_record_is_told(part: type) -> None:
    text = (DOCS / "record.md").read_text("utf-8")
    for field in (f.name for f in fields(part)):
        assert f"`{field}`" in text or field == "id" or field.endswith("_basis"), field


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_has_its_two_commands_at_its_top(name: str) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    found = re.search(rf"<!-- command: {name} -->\n```sh\n(.+)\n```\n", text)
    assert found, "one line, marked, as .ci/run takes it"
    assert text.count("\n", 0, found.start()) < 20
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert f"readme_command {name}" in script


def test_the_gate_is_a_program_that_a_shell_can_read() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
