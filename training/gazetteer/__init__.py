"""How the shipped gazetteer was made."""
