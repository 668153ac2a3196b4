"""The outlines of land and countries on the small map, from Natural Earth."""
