"""A parsed HTML page as a flat list of blocks (lines), with the boxes and table cells that hold them.

One walk over the tree gives everything that is asked later: which box is the document, what its lines are, what its
tables are. Nothing is fetched: only the bytes that were given are looked at.
"""

import re
from typing import Any

import msgspec
from selectolax.lexbor import LexborHTMLParser

from vanban.reading.lines import Cell, Grid

# Elements whose words are no part of any text.
_SKIPPED = frozenset({
    "script", "style", "head", "svg", "noscript", "template", "iframe", "object", "embed", "nav", "button", "select",
    "option", "input", "textarea", "canvas", "video", "audio", "map", "area", "dialog", "title", "meta", "link",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "o:p", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
    "u", "var", "wbr", "nobr", "st1:place", "st1:city", "st1:country-region", "-text", "-comment",
})  # fmt: skip
_BOXES = frozenset({
    "body", "main", "article", "section", "div", "td", "th", "table", "tbody", "tr", "form", "center", "li", "ul",
    "ol", "dl", "dd", "blockquote", "header", "footer",
})  # fmt: skip
_MOST_SIGNS = 200  # footnote signs in one line; more is no document
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
# A run of blanks that is not one space already.
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0](?:(?<! )[ \t\r\n\f\u00a0]*|[ \t\r\n\f\u00a0]+)")


class Block(msgspec.Struct):
    """One line of the page: its words, and how many of its characters stand inside links."""

    words: str
    linked: int


class Box(msgspec.Struct):
    """An element that holds the blocks `first:last`; `parent` is the index of the box around it (-1: none)."""

    parent: int
    first: int
    last: int


class Anchor(msgspec.Struct):
    """A footnote sign ("_ftn1" pointed at) or the note itself ("_ftnref1" pointed at), standing in a block."""

    target: str
    block: int
    at: int
    words: str


class Page(msgspec.Struct):
    """All blocks of a page, in order, with boxes, tables and footnote links."""

    blocks: list[Block]
    boxes: list[Box]
    grids: list[Grid]
    anchors: list[Anchor]


def blocks_of(html: str) -> Page:
    """The blocks of an HTML document, however broken it is and however deep its elements stand in each other."""
    root = LexborHTMLParser(html).root
    walk = _Walk()
    if root is not None:
        walk.through(root)
    walk.flush()
    return Page(walk.blocks, walk.boxes, walk.grids, walk.anchors)


class _Frame(msgspec.Struct):
    """What is to be put back when an element ends."""

    ends_block: bool
    linked: bool
    box: int = -1
    first: int = 0
    tag: str = ""


class _Walk:
    """The walk: text gathers in `words` until an element that begins a line ends the block. No recursion."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.boxes: list[Box] = []
        self.grids: list[Grid] = []
        self.anchors: list[Anchor] = []
        self._words: list[str] = []
        self._length = 0  # of the words gathered
        self._linked_chars = 0
        self._pending: list[tuple[str, int, str]] = []
        self._in_link = False
        self._box = -1
        self._open_grids: list[Grid] = []

    def through(self, root: Any) -> None:
        """Walk all that `root` holds, in order."""
        frames: list[_Frame] = []
        node = root.child
        while node is not None:
            frame = self._enter(node)
            child = node.child if frame is not None else None
            if frame is not None and child is not None:
                frames.append(frame)
                node = child
                continue
            if frame is not None:
                self._leave(frame)
            while node.next is None and frames:
                self._leave(frames.pop())
                node = node.parent
            node = node.next

    def flush(self) -> None:
        """End the block that is being gathered, where it holds anything."""
        if not self._words:
            return
        raw = "".join(self._words)
        words = "" if raw.isspace() else _BLANKS.sub(" ", raw).strip()
        if words:
            for target, at, sign in self._pending[:_MOST_SIGNS]:
                before = len(_BLANKS.sub(" ", raw[:at]).lstrip())
                self.anchors.append(Anchor(target, len(self.blocks), min(before, len(words)), sign))
            self.blocks.append(Block(words, min(self._linked_chars, len(words))))
        self._words, self._length, self._linked_chars, self._pending = [], 0, 0, []

    def _enter(self, node: Any) -> _Frame | None:
        """Begin an element; None where nothing in it is to be read."""
        tag = node.tag
        if tag == "-text":
            words = node.text_content
            if words:
                self._words.append(words)
                self._length += len(words)
                if self._in_link:
                    self._linked_chars += len(words.strip())
            return None
        if tag in _SKIPPED or tag == "-comment" or _is_hidden(node):
            return None
        frame = _Frame(tag not in _INLINE, self._in_link, self._box, len(self.blocks), tag)
        if tag == "a":
            self._link(node)
        elif frame.ends_block:
            self.flush()
            frame.first = len(self.blocks)
            if tag in _BOXES:
                self._box = len(self.boxes)
                self.boxes.append(Box(frame.box, frame.first, 0))
                if tag == "table":
                    self._open_table()
                elif tag == "tr" and self._open_grids:
                    self._open_grids[-1].rows.append([])
        return frame

    def _leave(self, frame: _Frame) -> None:
        self._in_link = frame.linked
        if not frame.ends_block:
            return
        self.flush()
        if frame.tag not in _BOXES:
            return
        self.boxes[self._box].last = len(self.blocks)
        self._box = frame.box
        if frame.tag == "table":
            self._open_grids.pop().last = len(self.blocks)
        elif frame.tag in ("td", "th") and self._open_grids and self._open_grids[-1].rows:
            self._open_grids[-1].rows[-1].append(Cell(frame.first, len(self.blocks)))

    def _link(self, node: Any) -> None:
        href = node.attributes.get("href") or ""
        if "_ftn" in href or "_edn" in href:
            sign = (node.text(deep=True) or "").strip()
            self._pending.append((href.rpartition("#")[2], self._length, sign))
        elif href:
            self._in_link = True

    def _open_table(self) -> None:
        if self._open_grids:
            self._open_grids[-1].nested = True
        grid = Grid(len(self.blocks), 0, [])
        self.grids.append(grid)
        self._open_grids.append(grid)


def _is_hidden(node: Any) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    style = attributes.get("style")
    return "hidden" in attributes or (bool(style) and _HIDDEN.search(style) is not None)
