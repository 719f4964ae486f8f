"""Pictures of the main pages of the sample, as a designer looked at them: `python -m tests.web.pictures` takes them anew.

`tests/web/test_pictures.py` takes them again and compares them small and grey: letters may be drawn otherwise
on another machine, a page that has moved, lost its colours or grown a hole does not pass. Take them anew only after looking.
"""

import shutil
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.sample_truth import SAMPLE
from tests.web.conftest import DECREE
from tests.web.serving import served
from vanban.api import Archive

FOLDER = Path(__file__).parent / "reference"
PAGES = {
    "home": "/?on=2026-11-21",
    "search": "/search?q=hanh+lang+ben+nuoc&on=2026-11-21",
    "act": f"{DECREE}?on=2024-02-01",
    "compare": f"{DECREE}/compare?from=2020-01-01&to=2024-02-01",
    "lineage": f"{DECREE}/lineage",
    "tasks": "/desk/tasks?on=2026-11-21",
}
# A phone shows the same pages narrower; two of them tell whether its layout stands.
TAKEN = [(name, 1280, 900) for name in PAGES] + [("home", 390, 844), ("act", 390, 844)]
_COLOURS = 48
# Fonts that every machine of ours has (fonts-dejavu), so that lines break alike.
_FONTS = ':root { --sans: "DejaVu Sans" !important; --serif: "DejaVu Serif" !important; }'


def file_of(name: str, width: int) -> Path:
    """Where the picture of a page at a width is kept."""
    return FOLDER / f"{name}-{width}.png"


def taken(browser: Browser, address: str) -> Iterator[tuple[str, int, Image.Image]]:
    """Each page at its width, without movement and without the caret."""
    for name, width, height in TAKEN:
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="vi-VN", reduced_motion="reduce", color_scheme="light",
            bypass_csp=True,
        )  # fmt: skip
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto(address + PAGES[name])
        page.add_style_tag(content=_FONTS)
        yield name, width, Image.open(BytesIO(page.screenshot(caret="hide", animations="disabled"))).convert("RGB")
        context.close()


def main() -> None:
    """Take every picture anew, with few colours, so that it is small."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        archive = Path(folder) / "vanban.db"
        with Archive(archive) as made:
            made.add(SAMPLE, workers=1)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with served(str(archive)) as address:
            for name, width, picture in taken(browser, address):
                picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(file_of(name, width), optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
