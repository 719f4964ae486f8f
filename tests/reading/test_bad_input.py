"""Files that cannot be read: each is refused with one code that has its sentence and advice; nothing hangs or leaks."""

import io
import os
import socket
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.reading.docx_making import docx, p
from tests.reading.pdf_making import PdfSheet, pdf
from vanban import reading
from vanban.model.errors import SourceError
from vanban.rules import Rules, load

DOCUMENT = docx("".join(p(f"Điều {n}. Việc thứ {n} của cơ quan") for n in range(1, 400)))


def encrypted_pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(100, 700, "words")
    canvas.save()
    return stream.getvalue()


def zip_of(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return stream.getvalue()


def lying_zip_bomb() -> bytes:
    """A package whose directory declares a small size for a part that unpacks to 400 MB."""
    data = bytearray(zip_of(word__document=b"<w>" + b"\x20" * (400 << 20)))
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(signature)
        data[at + place : at + place + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="u"><w:body>&b;&x;</w:body></w:document>'
)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b" \r\n\t \n", "empty-file"),
        (DOCUMENT[: len(DOCUMENT) // 2], "damaged-docx"),
        (DOCUMENT[:200], "damaged-docx"),
        (docx("</w:body>"), "damaged-docx"),
        (zip_of(word__document=b"\x20" * (30 << 20)), "zip-bomb"),
        (lying_zip_bomb(), "damaged-docx"),
        (zip_of(word__document=ENTITIES), "unsafe-xml"),
        (zip_of(readme=b"hello"), "not-a-document"),
        (zip_of(xl__workbook=b"<x/>"), "not-a-document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "legacy-office"),
        (rb"{\rtf1\ansi words}", "legacy-office"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 60, "image"),
        (bytes(range(256)) * 40, "not-text"),
        (b"\x80\x81\xfe\xff\x9d" * 400, "not-text"),
        (encrypted_pdf(), "encrypted"),
        (b"%PDF-1.7\n" + b"x" * 400, "damaged-pdf"),
        (pdf(PdfSheet([(85, 700, 12, "Điều 1. Phạm vi")]))[:300], "damaged-pdf"),
        (b"<html><body></body></html>", "no-document"),
        (b"<?xml version='1.0'?><rows><row/></rows>", "not-a-document"),
    ],
)
def test_each_is_refused_by_its_code(data: bytes, code: str, rules: Rules) -> None:
    with pytest.raises(SourceError) as caught:
        reading.read(data, "Tờ trình (bản 2).txt", rules)
    assert caught.value.code == code
    message = next(row for row in rules.findings if row.id == code)
    assert message.vi.format(**caught.value.details) and message.en.format(**caught.value.details)
    assert message.advice_vi and message.advice_en


def test_the_bytes_decide_not_the_name(rules: Rules) -> None:
    text, _ = reading.read(DOCUMENT, "thư.txt", rules)
    assert text.source.media_type.endswith("wordprocessingml.document")
    text, _ = reading.read("Điều 1. Phạm vi".encode(), "thư.pdf", rules)
    assert text.source.media_type == "text/plain"


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"PK\x03\x04", b"%PDF-1.4\n", b"<html><body>", b"{\\rtf", b"\xff\xfe"]),
)
def test_any_bytes_are_read_or_refused(tail: bytes, head: bytes) -> None:
    try:
        text, _ = reading.read(head + tail, "x", load())
    except SourceError:
        return
    assert text.content.strip()


@given(st.integers(0, len(DOCUMENT) - 1), st.binary(min_size=1, max_size=8))
def test_a_damaged_package_is_read_or_refused(at: int, noise: bytes) -> None:
    try:
        reading.read(DOCUMENT[:at] + noise + DOCUMENT[at + len(noise) :], "x.docx", load())
    except SourceError:
        pass


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch, rules: Rules) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the reader touched the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    page = '<html><head><base href="http://example.org/"><link rel="stylesheet" href="a.css"></head><body>'
    page += '<img src="http://example.org/a.png"><iframe src="http://example.org/"></iframe><p>Điều 1. Phạm vi</p>'
    page += (
        "<p>Nghị định này quy định về trình tự theo dõi nhiệm vụ do các cơ quan có thẩm quyền giao cho các đơn vị.</p>"
    )
    text, _ = reading.read(page.encode(), "a.html", rules)
    assert text.content.startswith("Điều 1.")


def test_paths(tmp_path: Path) -> None:
    folder = tmp_path / "kho"
    folder.mkdir()
    odd = folder / "Tờ trình\n(bản 2) 🙂 'x'.txt"
    odd.write_text("Điều 1", encoding="utf-8")
    assert reading.open_file(odd, folder) == "Điều 1".encode()
    (tmp_path / "ngoài.txt").write_text("bí mật", encoding="utf-8")
    outside, within, broken = folder / "ra.txt", folder / "trong.txt", folder / "hỏng.txt"
    outside.symlink_to(tmp_path / "ngoài.txt")
    within.symlink_to(odd)
    broken.symlink_to(folder / "không có")
    assert reading.open_file(within, folder) == "Điều 1".encode()
    assert _refusal(outside, folder) == "outside-folder"
    assert _refusal(broken, folder) == "unreadable"
    assert _refusal(folder, None) == "not-a-file"
    assert _refusal(tmp_path / "không có", None) == "unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống.txt")
    assert _refusal(tmp_path / "ống.txt", tmp_path) == "not-a-file"


def test_a_file_of_300_megabytes(tmp_path: Path) -> None:
    big = tmp_path / "lớn.txt"
    with big.open("wb") as stream:
        stream.truncate(300 << 20)
    assert _refusal(big, tmp_path) == "too-large"


def _refusal(path: Path, root: Path | None) -> str:
    with pytest.raises(SourceError) as caught:
        reading.open_file(path, root)
    return caught.value.code
