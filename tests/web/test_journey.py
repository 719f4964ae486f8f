"""As people use it: a real browser in the real server over the sample archive, and what axe says of its pages."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.absent import absent
from tests.sample_truth import SAMPLE
from tests.web.conftest import DECREE
from tests.web.serving import served
from vanban.api import Archive

CHROMIUM = shutil.which("chromium")
LATER = SAMPLE / "nghi-dinh-921-2025-nd-cp.txt"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        absent("no chromium on this machine")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A room over the sample without the decree that ends the one of the journey."""
    folder = tmp_path_factory.mktemp("journey")
    with Archive(folder / "vanban.db") as made:
        made.add(*(path for path in sorted(SAMPLE.iterdir()) if path.name != LATER.name), workers=1)
    with served(str(folder / "vanban.db")) as address:
        yield address


def _page(browser: Browser, width: int = 1280) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 844}, locale="vi-VN").new_page()
    page.set_default_timeout(60_000)
    return page


def test_from_a_word_without_accents_to_a_list(browser: Browser, address: str) -> None:
    page = _page(browser)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
    # Search without diacritics, open.
    page.goto(address)
    page.fill("#q", "ho so dang ky ben nuoc")
    page.locator("form.big button").click()
    page.locator('.results a[href*="902-2018-nd-cp/~art_5"]').first.click()
    expect(page.locator("h1")).to_contain_text("Điều 5")
    page.get_by_text("Đọc trong toàn văn").click()
    # Change the date with the slider: two amendments later the point reads otherwise.
    point = page.locator("#art_5__cl_1__point_b")
    page.goto(f"{address}{DECREE}?on=2019-01-01")
    expect(point).not_to_contain_text("điện tử")
    slide = page.locator("input.slide")
    slide.evaluate("slide => { slide.value = slide.max; slide.dispatchEvent(new Event('input')); "
                   "slide.dispatchEvent(new Event('change')); }")  # fmt: skip
    expect(point).to_contain_text("điện tử")
    # The cited words come up beside a citation that is reached by keyboard.
    page.locator('.law a.ref[href*="901-2017-qh14/~art_8__cl_2"]').first.hover()
    expect(page.locator("#card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    # Compare, lineage.
    page.get_by_role("link", name="So sánh hai ngày").click()
    expect(page.locator("ins").first).to_be_visible()
    page.get_by_role("link", name="Lược đồ").click()
    expect(page.locator("svg.lineage")).to_contain_text("911/2023/NĐ-CP")
    # Add a document, see what it ended.
    page.get_by_role("link", name="Thêm văn bản").click()
    page.set_input_files("#files", LATER)
    page.locator("form.drop button").click()
    page.locator("#job").get_by_text("Đã thêm 1;").wait_for()
    expect(page.locator("#job")).to_contain_text("Nghị định 902/2018/NĐ-CP")
    page.goto(f"{address}{DECREE}?on=2026-08-01")
    expect(page.locator(".verdict")).to_contain_text("Hết hiệu lực toàn bộ")
    # Take a list along.
    page.goto(f"{address}/desk/lists?year=2025")
    expect(page.locator("main")).to_contain_text("902/2018/NĐ-CP")
    with page.expect_download() as taken:
        page.get_by_text("Tải DOCX + XLSX").click()
    assert Path(taken.value.path()).read_bytes()[:2] == b"PK"
    assert faults == []


PAGES = ("/", f"{DECREE}?on=2024-02-01", f"{DECREE}/~art_5", f"{DECREE}/compare", "/search?q=hanh+lang", "/desk/tasks")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_pages_are_open_to_everybody(browser: Browser, address: str, width: int) -> None:
    """Axe finds nothing against WCAG 2.2 AA, and on a phone nothing has to be pushed sideways."""
    page = _page(browser, width)
    axe = Axe()
    for path in PAGES:
        page.goto(address + path)
        found = axe.run(page, options={"runOnly": _RULES}).response["violations"]
        assert [(path, each["id"], each["nodes"][0]["html"][:200]) for each in found] == []
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over <= 0, path


def test_it_reads_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/search?q=hanh+lang")
    page.locator(".results h2 a").first.click()
    assert page.locator(".law p").count() > 0
    page.goto(address + DECREE)
    page.fill("#on", "2019-01-01")
    page.locator("form.when button").click()
    assert "on=2019-01-01" in page.url
