"""The one direction of imports: a package sees only what stands to its left."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "onrecord"
ORDER = [
    ("version", "errors", "codec", "model", "settings"),
    ("knowledge",),
    ("pages",),
    ("language",),
    ("reading",),
    ("store",),
    ("exports",),
    ("web",),
    ("cli",),
]
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}
MOST_LINES = 300
LONGER = {"model.py": 400}  # every type that flows, in the one place where a reader looks
MODULES = sorted(SOURCE.rglob("*.py"))


def part(module: str) -> str:
    """ "onrecord.pages.article" -> "pages"; the package itself -> ""."""
    return [*module.split("."), ""][1]


def imports(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    found = [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            inner = [f"{node.module}.{a.name}" for a in node.names]
            found += inner if node.module == "onrecord" else [node.module]
    return [name for name in found if name.split(".")[0] == "onrecord"]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_point_left(path: Path) -> None:
    own = path.relative_to(SOURCE).with_suffix("").parts[0]
    if own in {"__init__", "__main__"}:
        return
    for name in imports(path):
        other = part(name)
        assert other in RANK, f"{path}: {name} is in no layer; import from the module that defines it"
        assert other == own or RANK[other] <= RANK[own], f"{path}: {own} must not import {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_every_module_says_what_it_does(path: Path) -> None:
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{path}: the first line must say what the module does"
    most = LONGER.get(str(path.relative_to(SOURCE)), MOST_LINES)
    assert len(text.splitlines()) <= most, f"{path}: longer than {most} lines; divide it"


def modules_of(path: Path) -> Iterator[str]:
    """The modules of ours that a module loads at once; what it loads inside a function comes later."""
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "onrecord":
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_no_modules_import_each_other_in_a_circle() -> None:
    names = {".".join(("onrecord", *p.relative_to(SOURCE).with_suffix("").parts)): p for p in MODULES}
    graph = {name: {m for m in modules_of(path) if m in names} for name, path in names.items()}
    assert list(TopologicalSorter(graph).static_order())


def test_reading_and_language_never_touch_the_network() -> None:
    network = {"socket", "ssl", "urllib.request", "http.client", "httpx2", "httpcore2", "requests"}
    for path in (p for p in MODULES if p.relative_to(SOURCE).parts[0] in {"reading", "language", "knowledge"}):
        tree = ast.parse(path.read_text("utf-8"))
        named = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
        named |= {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
        assert not named & network, f"{path} touches the network"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_the_library_never_prints(path: Path) -> None:
    if path.relative_to(SOURCE).parts[0] in {"cli", "__main__.py"}:
        return
    calls = [n.func for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
    names = {f.id for f in calls if isinstance(f, ast.Name)}
    assert not names & {"print", "exit", "breakpoint"}, f"{path} prints or ends the program"


def test_no_package_is_missing_from_the_order() -> None:
    packages = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    assert packages <= set(RANK)
