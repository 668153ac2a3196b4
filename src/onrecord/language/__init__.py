"""From an article to its words, sentences and names."""
