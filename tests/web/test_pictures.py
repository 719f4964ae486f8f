"""The main pages look as they did when a designer last looked at them."""

import shutil
from pathlib import Path

from PIL import Image, ImageChops, ImageOps, ImageStat
from playwright.sync_api import sync_playwright

from tests.absent import absent
from tests.web.pictures import TAKEN, file_of, taken
from tests.web.serving import served

# Cells of about 40 pixels: a cell holds a word or two, so that another font moves its grey by little.
_CELL = 40
# Of the whole: mean difference of grey (0 to 255), and the share of cells that differ clearly.
_MEAN, _CLEARLY, _SHARE = 8.0, 40, 0.06


def far_apart(one: Image.Image, other: Image.Image) -> str:
    """How two pictures of a page differ too much; "" where they do not."""
    if one.size != other.size:
        return f"{one.size} against {other.size}"
    size = (one.width // _CELL, one.height // _CELL)
    small = [ImageOps.grayscale(each.convert("RGB")).resize(size, Image.Resampling.BOX) for each in (one, other)]
    difference = ImageChops.difference(*small)
    mean = ImageStat.Stat(difference).mean[0]
    clearly = sum(difference.histogram()[_CLEARLY:]) / (size[0] * size[1])
    return f"mean {mean:.1f}, {clearly:.1%} of the cells" if mean > _MEAN or clearly > _SHARE else ""


def test_the_pages_look_as_they_did(sample_file: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        absent("no chromium on this machine")
    with sync_playwright() as playwright, served(str(sample_file)) as address:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        apart = {
            f"{name} {width}": told
            for name, width, picture in taken(browser, address)
            if (told := far_apart(Image.open(file_of(name, width)), picture))
        }
        browser.close()
    assert apart == {}


def test_a_page_that_lost_its_layout_does_not_pass() -> None:
    """Pushed down by a banner, without its style, empty, or dark where it was light: each is told."""
    for name, width, _ in TAKEN:
        picture = Image.open(file_of(name, width)).convert("RGB")
        blank = Image.new("RGB", picture.size, "white")
        moved = ImageChops.offset(picture, 0, 160)
        assert far_apart(picture, blank) and far_apart(picture, ImageOps.invert(picture)), (name, width)
        assert far_apart(picture, moved), (name, width)
        assert far_apart(picture, picture) == ""


def test_the_pictures_are_small() -> None:
    assert all(file_of(name, width).stat().st_size < 80_000 for name, width, _ in TAKEN)
