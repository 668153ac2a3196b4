"""Keeps records in one SQLite file, searchable, every version of a page.

A page is known by its URL (without the fragment), else by what the caller names it (a file's full path),
else by the digest of its text. A record that differs from the page's current version in anything but the
software that made it becomes the next version, also where an older text comes back: versions tell what was
read, in order, and none is ever changed. What is listed and searched is each page's last version; the others
can be read by number.
"""
