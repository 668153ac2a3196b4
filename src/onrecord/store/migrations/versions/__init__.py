"""One file a step; the next one is named r0002_…, and `schema.HEAD` follows it."""
