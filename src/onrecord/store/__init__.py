"""Keeps records in one SQLite file, searchable, every version of a page."""
