"""The tables of a store, and the marks by which one is known. Changed only together with a migration."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

# "onrc", in SQLite's file header: a database of somebody else's is never touched.
APPLICATION_ID = 0x6F6E7263
HEAD = "0001"

METADATA = MetaData()

PAGES = Table(
    "pages",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("key", Text, nullable=False, unique=True),
    Column("current", Integer, nullable=False),
)

# What `list` and `search` show stands in columns; the whole record is JSON.
VERSIONS = Table(
    "versions",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("page", Integer, ForeignKey("pages.number", ondelete="CASCADE"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("added", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("headline", Text),
    Column("site", Text),
    Column("published", Text),
    Column("url", Text),
    Column("claims", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("record", Text, nullable=False),
    UniqueConstraint("page", "version", name="one_of_each_version"),
)

# The claims of each page's current version; `start` and `stop` are where the content lies in the text.
CLAIMS = Table(
    "claims",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("page", Integer, ForeignKey("pages.number", ondelete="CASCADE"), nullable=False),
    Column("claim", Text, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Index("claims_of_a_page", "page"),
)
