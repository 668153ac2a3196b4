"""Tests; they mirror src/onrecord module by module."""
