"""The reading room: the store in a browser."""
