"""From a page as it is found to a clean article."""
