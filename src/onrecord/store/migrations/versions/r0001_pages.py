"""Pages, their versions, their claims, and the words of all of them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# The two indexes: a row of `words` is a page (rowid pages.number) as its current version stands;
# `claim_words` reads its text from `claims` and is kept in step by the triggers.
WORDS = """
CREATE VIRTUAL TABLE words USING fts5(
    headline, text, claims, tokenize = 'porter unicode61 remove_diacritics 2'
)
"""
CLAIM_WORDS = """
CREATE VIRTUAL TABLE claim_words USING fts5(
    speaker, content, content = 'claims', content_rowid = 'number',
    tokenize = 'porter unicode61 remove_diacritics 2'
)
"""
CLAIM_ADDED = """
CREATE TRIGGER claim_added AFTER INSERT ON claims BEGIN
    INSERT INTO claim_words (rowid, speaker, content) VALUES (new.number, new.speaker, new.content);
END
"""
CLAIM_REMOVED = """
CREATE TRIGGER claim_removed AFTER DELETE ON claims BEGIN
    INSERT INTO claim_words (claim_words, rowid, speaker, content)
    VALUES ('delete', old.number, old.speaker, old.content);
END
"""


def upgrade() -> None:
    """From an empty file."""
    op.create_table(
        "pages",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("current", sa.Integer, nullable=False),
    )
    op.create_table(
        "versions",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("page", sa.Integer, sa.ForeignKey("pages.number", ondelete="CASCADE"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("added", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("headline", sa.Text),
        sa.Column("site", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("events", sa.Integer, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.UniqueConstraint("page", "version", name="one_of_each_version"),
    )
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("page", sa.Integer, sa.ForeignKey("pages.number", ondelete="CASCADE"), nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("speaker", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("stop", sa.Integer, nullable=False),
        sa.Index("claims_of_a_page", "page"),
    )
    for statement in (WORDS, CLAIM_WORDS, CLAIM_ADDED, CLAIM_REMOVED):
        op.execute(statement)
