"""The type of an event whose two parties are marked: data, a word model, a fine-tuned core, five-fold figures."""
