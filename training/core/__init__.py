"""How the language core was made: prepare, train, evaluate, export."""
