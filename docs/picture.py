"""Takes the README's picture: the page of an example's record in Debian's chromium.

python docs/picture.py
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

import onrecord
from onrecord.exports import html

DOCS = Path(__file__).parent
EXAMPLE = DOCS.parent / "examples" / "tallinn-patrols.html"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
)


def main() -> None:
    """Writes docs/picture.png, 1400 by 960."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "record.html"
        file.write_text(html.page(onrecord.read(EXAMPLE)), "utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS.split())
        page = browser.new_page(viewport={"width": 1400, "height": 960}, color_scheme="light")
        page.goto(file.as_uri())
        page.screenshot(path=DOCS / "picture.png")
        browser.close()


if __name__ == "__main__":
    main()
