"""What kind of file the bytes are. The name decides nothing: a PDF named .txt is a PDF."""

import re
from typing import Literal

MediaType = Literal[
    "text/plain", "text/markdown", "text/html", "text/rtf", "application/pdf", "application/zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/x-ole-storage", "application/xml", "image", "application/octet-stream", "application/x-empty",
]  # fmt: skip

DOCX: MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|span|font|h[1-6])[\s>/]", re.IGNORECASE)
_HTML_STARTS = re.compile(rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)
_TAGS = re.compile(rb"</?(?:p|div|br|span|table|tr|td|b|i|strong|em|font|body)\b[^>]*>", re.IGNORECASE)
# The line break in front makes the search quick: it leaps from line to line.
_MARKDOWN = re.compile(
    rb"\n(?:#{1,6} \S|\|[ \t]*$|\|.*\|[ \t]*$|\*\*[^*\s].*\*\*|\*[^*\s].*[^*\s]\*[ \t]*$|__[^_\s].*__)", re.MULTILINE
)
_TEXT_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_NOTHING = b" \t\r\n\x00\xef\xbb\xbf"
_HEAD = 65536


def sniff(data: bytes) -> MediaType:
    """The media type by the bytes alone; "application/octet-stream" for a binary of no kind that is known here."""
    head = data[:_HEAD]
    if not head.strip(_NOTHING):
        head = data.lstrip(_NOTHING)[:_HEAD]
        if not head:
            return "application/x-empty"
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "application/x-ole-storage"
    if head.startswith(b"{\\rtf"):
        return "text/rtf"
    if head.startswith(_IMAGES) and b"\x00" in head:
        return "image"
    if head.startswith(_TEXT_BOMS[1:]) or _is_utf16(head):
        return _text_kind(head.replace(b"\x00", b""))
    if b"\x00" in head:
        return "application/octet-stream"
    return _text_kind(head.removeprefix(_TEXT_BOMS[0]))


def _package(data: bytes) -> MediaType:
    """A zip by the names in its directory, which stands at the end of the file (or at its start where it is cut)."""
    for part in (data[-_HEAD:], data[:_HEAD]):
        if b"word/document" in part or b"word/" in part:
            return DOCX
        if b"xl/workbook" in part:
            return XLSX
    if b"[Content_Types].xml" in data[:_HEAD] and (b"word/" in data or b"PK\x05\x06" not in data[-_HEAD - 22 :]):
        return DOCX  # the latter: cut short before its directory
    return "application/zip"


def _is_utf16(head: bytes) -> bool:
    """UTF-16 without a mark: nearly every second byte is 0 in one of the two places, as ASCII text makes it."""
    sample = head[:4096]
    if len(sample) < 8:
        return False
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    return (odd > 0.4 * half and even < 0.02 * half) or (even > 0.4 * half and odd < 0.02 * half)


def _text_kind(head: bytes) -> MediaType:
    if _HTML_STARTS.match(head):
        return "text/html"
    if head.lstrip().startswith(b"<?xml"):
        return "text/html" if _HTML.search(head) else "application/xml"
    if b"<" in head and _HTML.search(head):
        tags = len(_TAGS.findall(head))
        if tags >= 4 and tags * 400 > len(head):
            return "text/html"
    if not any(mark in head for mark in (b"|", b"*", b"#", b"_")):
        return "text/plain"
    marks = len(_MARKDOWN.findall(b"\n" + head))
    return "text/markdown" if marks >= 3 and marks * 60 > head.count(b"\n") else "text/plain"
