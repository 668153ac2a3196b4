"""Tests of the stages of reading."""
