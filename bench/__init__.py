"""Measures quality against gold data and speed against peers; holds the floors."""
