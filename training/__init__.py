"""How the shipped weights and tables were made, runnable again."""
