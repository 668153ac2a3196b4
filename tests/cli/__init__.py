"""Tests of the command line, with a reader that gives marked records."""
