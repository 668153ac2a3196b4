"""Tests of the way from a page to an article."""
