"""How the documentation is built: Sphinx with MyST Markdown."""

from onrecord import __version__

project = "onrecord"
author = "The onrecord authors"
release = __version__
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "onrecord"
html_extra_path = ["record.schema.json"]
myst_heading_anchors = 3
