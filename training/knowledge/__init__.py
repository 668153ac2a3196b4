"""How the tables of onrecord.knowledge are built from public data sets."""
