"""The statutory lists as DOCX, in the layout of the forms; Mẫu 05 with the full texts, in volumes if they are many."""

from collections.abc import Iterable
from pathlib import Path

from vanban.exports.review_sheets import Sheet, Table
from vanban.exports.wordprocessing import WordFile

# About a thousand pages: word processors open no more at a time with comfort.
VOLUME = 3_000_000


def write_docx(sheet: Sheet, path: Path, places: dict[str, str] | None = None) -> None:
    """One form as a DOCX. `places` tells in which file the text behind a link stands (by its name)."""
    with WordFile(path) as out:
        _fill(sheet, out, places or {})


def _fill(sheet: Sheet, out: WordFile, places: dict[str, str]) -> None:
    out.paragraph(sheet.number, "Number")
    if sheet.cover:
        for line in sheet.cover:
            out.paragraph(line, "Cover")
    if sheet.over:
        out.paragraph(sheet.over, "Title")
    for at, line in enumerate(sheet.titles):
        out.paragraph(line, "Title", new_page=bool(sheet.cover) and at == 0)
    for table in sheet.tables:
        if table.heading:
            out.paragraph(table.heading, "Heading1")
        _table(sheet, table, out, places)
    for note in sheet.notes:
        out.paragraph(note, "Note")


def _table(sheet: Sheet, table: Table, out: WordFile, places: dict[str, str]) -> None:
    out.open_table([column.width for column in sheet.columns], [column.head for column in sheet.columns])
    linked = next((at for at, column in enumerate(sheet.columns) if column.shows == "symbol-link"), None)
    following = [line.merged for line in table.lines[1:]] + [0]
    for line, below in zip(table.lines, following, strict=True):
        if line.kind != "row":
            out.band(line.cells[0])
            continue
        links = {linked: (places[line.link], line.link)} if linked is not None and line.link in places else None
        out.row(line.cells, merged=line.merged or below, above=bool(line.merged), links=links)
    out.close_table()


def write_collection(
    sheet: Sheet, texts: Iterable[tuple[str, str, str]], folder: Path
) -> tuple[list[Path], dict[str, str]]:
    """Mẫu 05: the list, and the full texts (link, name, words) in one volume behind it, or in volumes beside it.

    The symbol of each document leads to its text (Mẫu 05, note 4: here the text itself, not the national database).
    Returns the files, and in which of them each text stands.
    """
    name = f"{sheet.id}.docx"
    made = [folder / name]
    volumes: list[list[tuple[str, str, str]]] = [[]]
    size = 0
    places: dict[str, str] = {}
    # The list comes first and leads to the volumes, so where each text stands must be known before.
    for link, title, content in texts:
        if size and size + len(content) > VOLUME:
            _volume(sheet, volumes[-1], made, folder)
            volumes.append([])
            size = 0
        volumes[-1].append((link, title, content))
        places[link] = f"{sheet.id}-tap-{len(volumes):02d}.docx"
        size += len(content)
    alone = len(volumes) == 1
    if not alone:
        _volume(sheet, volumes[-1], made, folder)
    with WordFile(folder / name) as out:
        _fill(sheet, out, dict.fromkeys(places, "") if alone else places)
        for link, title, content in volumes[0] if alone else ():
            _document(out, link, title, content)
    return made, dict.fromkeys(places, name) if alone else places


def _volume(sheet: Sheet, texts: list[tuple[str, str, str]], made: list[Path], folder: Path) -> None:
    path = folder / f"{sheet.id}-tap-{len(made):02d}.docx"
    made.append(path)
    with WordFile(path) as out:
        for line in sheet.cover:
            out.paragraph(line, "Cover")
        out.paragraph(f"Tập {len(made) - 1}", "Cover")
        for link, title, content in texts:
            _document(out, link, title, content)
    texts.clear()


def _document(out: WordFile, link: str, title: str, content: str) -> None:
    out.paragraph(title, "Heading1", new_page=True, bookmark=link)
    out.text(content)
