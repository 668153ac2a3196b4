"""The steps from an empty file to today's tables, run by Alembic. Steps are added, never changed."""
