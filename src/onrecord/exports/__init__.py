"""One format a file, and one dict that lists them."""
