"""The parts of a DOCX package, opened with distrust: no entities, no network, limits on size and on compression.

ECMA-376 part 2 (the package) and part 1 (WordprocessingML); the "strict" variant is read as the usual one.
"""

import io
import re
import zipfile
import zlib

import msgspec
from lxml import etree

from vanban.model.errors import SourceError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PART_LIMIT = 64 << 20  # bytes unpacked; the largest part seen in a real document has 12 MB
_FREE = 4 << 20  # below this size no ratio is suspicious
_RATIO = 200  # real parts reach 60
_MAIN = re.compile(
    rb'Type="[^"]*/officeDocument"[^>]*Target="/?([^"]+)"|Target="/?([^"]+)"[^>]*Type="[^"]*/officeDocument"'
)


# What makes the words of a paragraph more than the sum of its `w:t`, tabs and breaks.
_SPECIAL = re.compile(
    rb"<w:(?:del|ins|moveFrom|moveTo|sym|instrText|caps|vanish|softHyphen|footnoteReference|endnoteReference"
    rb"|txbxContent)[ />]|AlternateContent"
)


class Package(msgspec.Struct, frozen=True):
    """The parsed parts that hold words and what shapes them; None for a part that is not there.

    `simple`: the main part has no tracked changes, notes, text boxes, fields, symbols or hidden and capital runs.
    """

    document: etree._Element
    footnotes: etree._Element | None
    endnotes: etree._Element | None
    numbering: etree._Element | None
    styles: etree._Element | None
    simple: bool


def open_package(data: bytes, name: str) -> Package:
    """The parts of a DOCX. Raises SourceError: damaged-docx, encrypted, zip-bomb, unsafe-xml, not-a-document."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = _main_part(archive, name)
            folder = main.rpartition("/")[0]
            prefix = f"{folder}/" if folder else ""
            raw = _raw_part(archive, main, name)
            if raw is None:
                raise SourceError("damaged-docx", name=name, reason=main)
            footnotes, endnotes, numbering, styles = (
                _parsed(_raw_part(archive, f"{prefix}{part}.xml", name), part, name)
                for part in ("footnotes", "endnotes", "numbering", "styles")
            )
            document = _parsed(raw, main, name)
            assert document is not None
            simple = b"<w:p" in raw and _SPECIAL.search(raw) is None
            return Package(document, footnotes, endnotes, numbering, styles, simple)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise SourceError("damaged-docx", name=name, reason=str(error)) from error
    except RuntimeError as error:  # zipfile's word for an encrypted member
        raise SourceError("encrypted", name=name) from error


def _main_part(archive: zipfile.ZipFile, name: str) -> str:
    """The name of the main part, as the package says; else the usual one."""
    names = set(archive.namelist())
    if "_rels/.rels" in names:
        found = _MAIN.search(_bytes(archive, "_rels/.rels", name))
        if found is not None:
            target = (found.group(1) or found.group(2)).decode("utf-8", "replace")
            if target in names:
                return target
    if "word/document.xml" not in names:
        raise SourceError("not-a-document", name=name)
    return "word/document.xml"


def _raw_part(archive: zipfile.ZipFile, part: str, name: str) -> bytes | None:
    try:
        archive.getinfo(part)
    except KeyError:
        return None
    return _bytes(archive, part, name)


def _parsed(raw: bytes | None, part: str, name: str) -> etree._Element | None:
    if raw is None:
        return None
    if b"<!DOCTYPE" in raw[:4096] or b"<!ENTITY" in raw[:65536]:
        raise SourceError("unsafe-xml", name=name, part=part)
    if _STRICT in raw[:8192]:
        raw = raw.replace(_STRICT, _USUAL)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError("damaged-docx", name=name, reason=f"{part}: {error.msg}") from error


def _bytes(archive: zipfile.ZipFile, part: str, name: str) -> bytes:
    """One member, never more than the limit: the sizes that the directory declares are not trusted."""
    info = archive.getinfo(part)
    allowed = min(_PART_LIMIT, max(_FREE, _RATIO * max(info.compress_size, 1)))
    if info.file_size > allowed:
        raise SourceError("zip-bomb", name=name, part=part)
    with archive.open(info) as member:
        raw = member.read(allowed + 1)
    if len(raw) > allowed:
        raise SourceError("zip-bomb", name=name, part=part)
    return raw
