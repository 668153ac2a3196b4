"""Trains the debris classifier."""
