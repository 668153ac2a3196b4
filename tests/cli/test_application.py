"""The whole application: help, version, start-up, pipes, the warning of serve, the generated manual."""

import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

import onrecord.web
from onrecord import __version__
from onrecord.cli.application import EXIT_CODES, app
from onrecord.cli.manual import markdown
from tests.cli.conftest import Run

COMMANDS = ["read", "add", "list", "show", "search", "serve"]
HEAVY = {"sqlalchemy", "alembic", "trafilatura", "lxml", "starlette", "uvicorn", "jinja2", "httpx2", "nh3"}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0
    assert f"onrecord {command}" in out.replace("[OPTIONS]", "").partition("Examples")[2]


def test_help_is_given_where_nothing_is_asked(run: Run) -> None:
    code, out, _ = run()
    assert code == 0
    assert all(command in out for command in COMMANDS)
    assert "Exit codes" in out


def test_the_version(run: Run) -> None:
    assert run("--version") == (0, f"onrecord {__version__}\n", "")


def test_an_unknown_command_is_wrong_use(run: Run) -> None:
    code, _, err = run("raed")
    assert code == 2
    assert err.startswith("onrecord: No such command")


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from onrecord.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stderr.split())


def test_a_pipe_that_nobody_reads_is_quiet() -> None:
    code = "import sys; from onrecord.cli import main; sys.exit(main(['read', '--help']))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
        assert process.wait(30) == 0
    assert told == b""


@pytest.mark.parametrize(
    ("host", "warned"),
    [("127.0.0.1", False), ("::1", False), ("localhost", False), ("0.0.0.0", True), ("example.org", True)],
)
def test_serving_to_others_is_warned_of(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, host: str, warned: bool
) -> None:
    served: list[tuple[Any, ...]] = []
    app: Any = types.ModuleType("onrecord.web.app")
    app.create = lambda *arguments: arguments
    server: Any = types.ModuleType("onrecord.web.server")
    server.listen = lambda *arguments: arguments
    server.address_of = lambda opened: f"http://{opened[0]}:{opened[1]}/"
    server.run = lambda *arguments: served.append(arguments)
    for name, fake in (("app", app), ("server", server)):
        monkeypatch.setitem(sys.modules, f"onrecord.web.{name}", fake)
        monkeypatch.setattr(onrecord.web, name, fake, raising=False)
    code, out, err = run("serve", "--host", host, "--port", 9000)
    assert (code, served) == (0, [((tmp_path / "kept" / "kept.sqlite", host), (host, 9000))])
    assert f"http://{host}:9000/" in out
    assert ("asks for no password" in err) is warned


def test_the_manual_has_every_option() -> None:
    import typer

    root: Any = typer.main.get_command(app)
    text = markdown()
    assert markdown() == text
    for command in root.commands.values():
        for parameter in command.params:
            option = parameter.param_type_name == "option"
            assert f"| `{parameter.opts[-1] if option else parameter.metavar}" in text
    for code, meaning in EXIT_CODES.items():
        assert f"| {code} | {meaning} |" in text


def test_the_manual_in_the_documentation_is_this_one() -> None:
    kept = Path(__file__).parents[2] / "docs" / "cli.md"
    assert kept.read_text("utf-8") == markdown(), "run: python docs/generate.py"


def test_a_group_of_commands_alone_gives_its_help(run: Run) -> None:
    code, out, err = run("gazetteer")
    assert code == 0
    assert "import" in out
    assert err == ""


def test_a_gazetteer_that_is_not_there_is_one_line(run: Run) -> None:
    code, _, err = run("gazetteer", "import", "missing.zip")
    assert code == 1
    assert err == "onrecord: missing.zip: cannot be read: No such file or directory\n"
