"""From an analysed article to what it puts on record."""
