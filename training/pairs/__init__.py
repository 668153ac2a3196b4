"""The type of an event whose two parties are marked: data, a word model and a fine-tuned core, and their five-fold figures."""
