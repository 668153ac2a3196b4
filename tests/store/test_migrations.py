"""The steps end in today's tables, from whichever step a store stands at."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from onrecord.store import migrations, opening
from onrecord.store.database import Store
from onrecord.store.schema import HEAD, METADATA
from tests.store.records import record

FOLDER = Path(str(migrations.__file__)).parent
# What SQLite makes of an index for searching.
SEARCH = ("words", "claim_words")


def steps() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()][::-1]


def store_at(path: Path, step: str) -> None:
    engine = opening._engine(path, create=True)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        opening.upgrade(connection, path, step)
    engine.dispose()


def test_the_last_step_is_the_one_that_the_tables_name() -> None:
    assert steps()[-1] == HEAD


@pytest.mark.parametrize("step", steps())
def test_a_store_at_an_older_step_is_brought_up_to_date(tmp_path: Path, step: str) -> None:
    path = tmp_path / "kept.sqlite"
    store_at(path, step)
    with Store.open(path, create=True) as store:
        page = store.add(record()).kept
        assert [hit.kept for hit in store.search("harbour")] == [page]


def test_the_steps_make_the_tables_that_the_code_uses(tmp_path: Path) -> None:
    def ours(name: str | None, kind: str, _: object) -> bool:
        return not (kind == "table" and name and name.startswith(SEARCH))

    with Store.open(tmp_path / "kept.sqlite", create=True) as store, store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours, "compare_type": True})
        assert compare_metadata(context, METADATA) == []
