"""Make the README's pictures from the built site: `make site`, then this, with Chromium on PATH."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

HOUSE = Path(__file__).parent.parent
PICTURES = HOUSE / "docs" / "images"


def main() -> None:
    """Write a picture of the front page's first screen for each scheme."""
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            page = browser.new_page(
                viewport={"width": 1440, "height": 1060}, color_scheme=scheme, device_scale_factor=1.25
            )
            page.goto((HOUSE / "site" / "index.html").as_uri())
            page.evaluate("() => document.fonts.ready")
            if scheme == "dark":  # from a file, Material cannot ask for the reader's scheme
                page.evaluate("() => document.body.setAttribute('data-md-color-scheme', 'slate')")
            page.screenshot(path=PICTURES / f"front-page-{scheme}.png")
        browser.close()


if __name__ == "__main__":
    main()
