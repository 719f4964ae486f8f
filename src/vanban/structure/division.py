"""The walk over the candidates: which of them are units, at which level, below which unit.

Decisions rest on the sequence: a candidate that is the lawful next number of an open list continues it, a first number
opens a list, everything else is judged by its print. Three zones follow each other: the body, what closes it
(signature, recipients), and appendices, forms and attached documents, each with a numbering of its own.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

from vanban.model import Finding, Level
from vanban.orthography import roman_to_int
from vanban.orthography.numerals import ordinal_to_int
from vanban.structure.headings import ends_sentence, line_end, strength
from vanban.structure.lists import RANKS, beyond, families, follows, is_first, level_of
from vanban.structure.markers import Marker
from vanban.structure.outline import ABBREVIATIONS, Outline, Unit, eid_number
from vanban.structure.quotation import quotation

_HEADINGS: dict[str, int] = {"part": 0, "chapter": 10, "section": 20, "subsection": 25, "article": 40}
_VERB = re.compile(r"[ .:)]*(?:sua doi|bo sung|bai bo|thay the|thay cum tu|bo cum tu|bo |huy bo|dinh chinh|chuyen )")
_LEAD = re.compile(r"(?:sua doi|bo sung|thay the|thay cum tu|dinh chinh|chuyen)[^\n]*$")
_ROMAN_HEAD = re.compile(r"([IVXLC]+)([a-zđ]?)$")
_LONGEST_QUOTE = 400_000


class _Scope:
    """A numbering of its own: the document, an appendix, or quoted words (`owner` is the unit that quotes them)."""

    __slots__ = ("article", "base", "chances", "end", "kind", "owner", "prefix", "trusted")

    def __init__(self, kind: str, prefix: str, base: int, owner: Unit | None = None) -> None:
        self.kind = kind
        self.prefix = prefix
        self.base = base
        self.owner = owner
        self.article = ""
        self.end = -1  # quoted words: where they end, -1 unknown
        self.trusted = False  # quoted words: the closing mark is beyond doubt
        self.chances: frozenset[int] = frozenset()


class Division:
    """Reads the candidates of one text in order and grows an outline."""

    def __init__(self, content: str, folded: str, markers: Sequence[Marker]) -> None:
        self.content = content
        self.folded = folded
        self.markers = markers
        self.closings = [marker.start for marker in markers if marker.style == "closing"]
        self.outline = Outline()
        self.findings: list[Finding] = []
        self.scope = _Scope("body", "", 0)
        self.outer: _Scope | None = None  # the scope around quoted words
        self.after_body = False
        self.body_article = ""
        self.attached_at = -1
        self.tail = -1  # where quoted words ended whose unit may go on, -1 none
        self.restart = False  # chapter numbers begin again in each part

    # -- the walk ---------------------------------------------------------------------------------------------

    def walk(self, first: int, blocked: Sequence[tuple[int, int]]) -> None:
        """Take the markers from index `first` on; those inside `blocked` stretches (tables, notes) are no units."""
        numerals = [m.number for m in self.markers if m.style == "chapter" and m.quote < 0]
        self.restart = any(m.style == "part" for m in self.markers) and len(numerals) > len(set(numerals))
        starts = [start for start, _ in blocked]
        for index in range(first, len(self.markers)):
            marker = self.markers[index]
            if blocked:
                place = bisect_right(starts, marker.start) - 1
                if place >= 0 and marker.start < blocked[place][1]:
                    continue
            self._take(marker)
        self.finish()

    def finish(self) -> None:
        """Close everything at the end of the text."""
        size = len(self.content)
        if self.scope.kind == "quoted":
            self._end_quote(self.scope.end if self.scope.end >= 0 else size)
        self._close_to(0, size)

    def _take(self, marker: Marker) -> None:
        style = marker.style
        scope = self.scope
        if scope.kind == "quoted":
            if 0 <= scope.end <= marker.start:
                self._end_quote(scope.end)
            elif self._breaks_quote(marker):
                self._end_quote(marker.start)
        if marker.quote >= 0:
            if self.scope.kind != "quoted" and not self._open_quote(marker):
                return
            if style != "quote" and self.scope.kind == "quoted":
                self._unit(marker)
            return
        if style in ("number", "letter", "dash", "decimal"):
            if not self.after_body:
                self._maybe_implicit_quote(marker)
                self._item(marker)
        elif style in _HEADINGS:
            self._maybe_implicit_quote(marker)
            self._heading(marker)
        elif self.scope.kind == "quoted":
            return
        elif style == "closing":
            self._closing(marker)
        elif style in ("appendix", "form"):
            self._appendix(marker)
        elif style == "attached":
            if self.after_body:
                self.attached_at = marker.start if self.attached_at < 0 else self.attached_at
        elif style == "supplied":
            self._supplied(marker)

    def _unit(self, marker: Marker) -> None:
        if marker.style in _HEADINGS:
            self._heading(marker)
        elif marker.style in ("number", "letter", "dash", "decimal"):
            self._item(marker)

    # -- quoted words -----------------------------------------------------------------------------------------

    def _open_quote(self, marker: Marker) -> bool:
        stack = self.outline.open
        if self.after_body or not stack or stack[-1].level == "appendix" or not self._announced(marker.start):
            return False
        stop = bisect_right(self.closings, marker.quote)
        limit = self.closings[stop] if stop < len(self.closings) else len(self.content)
        limit = min(limit, marker.quote + _LONGEST_QUOTE)
        quoted = quotation(self.content, marker.quote, limit)
        if quoted is None:
            return False
        self._enter_quote(marker)
        self.scope.end = -1 if quoted.end is None else quoted.end
        self.scope.chances = frozenset(quoted.chances)
        self.scope.trusted = quoted.end is not None and not quoted.chances
        if marker.style == "quote":
            self._open("paragraph", "", marker.start, marker.after, f"{self.scope.prefix}p_1", 95, "p")
        return True

    def _enter_quote(self, marker: Marker) -> None:
        stack = self.outline.open
        self._close_to(len(stack), marker.start)
        if stack[-1].level == "paragraph":  # the words between two quotations of one unit
            self._close_to(len(stack) - 1, marker.start)
        owner = stack[-1]
        owner.ordinals += 1
        self.outer = self.scope
        self.scope = _Scope("quoted", f"{owner.eid}__qstr_{owner.ordinals}__", len(stack), owner)

    def _end_quote(self, end: int) -> None:
        """Close the quoted words at `end`. What follows them in the same unit is settled by `_close_to`."""
        scope = self.scope
        if self.outer is None:
            return
        self._close_to(scope.base, end)
        self.scope, self.outer = self.outer, None
        self.tail = end

    def _close_to(self, depth: int, at: int) -> None:
        """Close all units deeper than `depth` at `at`; plain words after quoted ones become a paragraph of their own."""
        outline = self.outline
        tail = self.tail
        if tail >= 0:
            self.tail = -1
            if self.content[tail:at].strip():
                self._open("paragraph", "", tail, tail, f"{outline.open[-1].eid}__p_1", 95, "p")
            else:
                for unit in reversed(outline.units):
                    if unit.end != tail:
                        break
                    unit.end = at
        outline.close_to(depth, at)

    def _announced(self, at: int) -> bool:
        """Whether the words before `at` announce new wording: a colon, an amending heading, or another quotation."""
        before = self.content[max(0, at - 400) : at].rstrip()
        if before.endswith((":", "”", '"', "”.", "”;", '".', '";', "”./.")):
            return True
        begin = before.rfind("\n") + 1 + max(0, at - 400)
        return "sua doi" in self.folded[begin:at] or "bo sung" in self.folded[begin:at]

    def _breaks_quote(self, marker: Marker) -> bool:
        """Whether the quoted words must have ended before this marker, whatever their marks say."""
        scope = self.scope
        if marker.quote >= 0:
            return marker.style != "quote" and not scope.trusted
        if scope.trusted or self.outer is None:
            return False
        if marker.style == "closing":
            return scope.end < 0
        if not self._fits(marker, 0, scope.base, self.outer):
            return False
        if marker.style not in _HEADINGS and _VERB.match(self.folded, marker.after, marker.after + 40):
            return True
        if marker.start in scope.chances:
            return True
        return scope.end < 0 and not self._fits(marker, scope.base, len(self.outline.open), scope)

    def _fits(self, marker: Marker, base: int, top: int, scope: _Scope) -> bool:
        """Whether the marker is the lawful next number of something open between two depths of the stack."""
        if marker.style == "article":
            return follows("n", scope.article, marker.number.lower()) and strength(self.content, marker.after) > 0
        stack = self.outline.open
        if marker.style in _HEADINGS:
            for unit in stack[base:top]:
                if unit.level == marker.style:
                    number = _heading_number(marker.number)
                    return number is not None and follows("R" if roman_to_int(number) else "n", unit.num, number)
            return False
        for family, number in families(marker.style, marker.number):
            for unit in stack[base:top]:
                if unit.family == family and family not in "-+" and follows(family, unit.num, number):
                    return True
        return False

    def _maybe_implicit_quote(self, marker: Marker) -> None:
        """New wording without quotation marks: "Sửa đổi khoản 2 Điều 5 như sau:" and then "2. …" in a line of its own."""
        stack = self.outline.open
        if self.scope.kind == "quoted" or not stack or self.after_body:
            return
        lead_end = len(self.content[max(0, marker.start - 40) : marker.start].rstrip()) + max(0, marker.start - 40)
        if self.folded[lead_end - 1 : lead_end] != ":" or not self.folded[:lead_end].endswith(
            ("nhu sau:", "nhu sau :")
        ):
            return
        begin = self.content.rfind("\n", 0, lead_end) + 1
        unit = stack[-1]
        if unit.start > begin or not _LEAD.match(
            self.folded[begin:lead_end].lstrip("0123456789.)abcdeghiklmnopqrstuvxy- ")
        ):
            pass
        lead = self.folded[begin:lead_end]
        if not re.match(r"(?:\d+[a-z]?\d?[.)]|[a-z]\d?[.)]|dieu \d+[a-z]?[.:]?)? ?(?:sua doi|bo sung|thay the)", lead):
            return
        if _VERB.match(self.folded, marker.after, marker.after + 40) or "mot so" in lead or "cac " in lead[:60]:
            return
        if marker.style in ("number", "letter") and not re.search(
            rf"(?:khoan|diem|muc)[^\n]*\b{re.escape(marker.number.lower())}\b", lead
        ):
            return
        if marker.style == "dash" or (marker.style == "article" and not re.search(r"dieu \d", lead)):
            return
        self._enter_quote(marker)

    # -- headings ---------------------------------------------------------------------------------------------

    def _heading(self, marker: Marker) -> None:
        look = strength(self.content, marker.after)
        if look == 0:
            return
        if marker.style == "article":
            self._article(marker, look)
            return
        number = _heading_number(marker.number)
        if number is None or (look == 1 and not ends_sentence(self.content, marker.start)):
            return
        if self.after_body:
            if marker.style != "chapter" or number not in ("I", "1"):
                return
            self._attach(marker)
        rank = _HEADINGS[marker.style]
        self._pop_heading(rank, marker.start)
        stack = self.outline.open
        scope = self.scope
        level: Level = marker.style  # type: ignore[assignment]
        prefix = scope.prefix
        if len(stack) > scope.base and (level != "chapter" or self.restart) and level != "part":
            prefix = f"{stack[-1].eid}__"
        self._open(
            level, number, marker.start, marker.after, f"{prefix}{ABBREVIATIONS[level]}_{eid_number(number)}", rank
        )

    def _article(self, marker: Marker, look: int) -> None:
        number = marker.number.lower()
        scope = self.scope
        last = scope.article
        fits = follows("n", last, number) if last else number == "1"
        if self.after_body:
            if follows("n", self.body_article, number) and look == 2:
                self.after_body = False
                fits = True
            elif number == "1":
                self._attach(marker)
                scope, fits = self.scope, True
            else:
                return
        if not fits:
            if look < 2 or not ends_sentence(self.content, marker.start):
                return
            rest = self.content[marker.after : marker.after + 12].lstrip(" .:\t")
            if rest[:1].islower():
                return
            if last and scope.kind == "body" and number == "1" and self.attached_at >= 0:
                self._attach(marker)
                scope = self.scope
        self._pop_heading(40, marker.start)
        self._open("article", number, marker.start, marker.after, f"{scope.prefix}art_{eid_number(number)}", 40)
        scope.article = number
        if scope.kind == "body":
            self.body_article = number

    def _pop_heading(self, rank: int, at: int) -> None:
        stack = self.outline.open
        depth = len(stack)
        base = self.scope.base
        while depth > base and (stack[depth - 1].rank >= rank or stack[depth - 1].rank < 0):
            depth -= 1
        self._close_to(depth, at)

    # -- lists ------------------------------------------------------------------------------------------------

    def _item(self, marker: Marker) -> None:
        stack = self.outline.open
        scope = self.scope
        base = scope.base
        kinds = families(marker.style, marker.number)
        if not kinds:
            return
        content = self.content
        for family, number in kinds:
            for depth in range(len(stack) - 1, base - 1, -1):
                unit = stack[depth]
                if unit.family == family and follows(family, unit.num, number):
                    if family == "d" and not self._decimal_fits(number, depth):
                        continue
                    self._list_unit(marker, family, number, depth)
                    return
                if unit.rank <= 40:
                    break
            if family == "x":
                for depth in range(len(stack) - 1, base - 1, -1):
                    unit = stack[depth]
                    if unit.family == "l" and follows("l", unit.num, number) and not self._colon_before(marker.start):
                        self._list_unit(marker, "l", number, depth)
                        return
        if content[marker.after : line_end(content, marker.after)].strip() == "":
            return
        if len(stack) == base and scope.kind == "body" and base == 0 and marker.style == "dash":
            return
        for family, number in kinds:
            if is_first(family, number):
                self._first(marker, family, number)
                return
        if scope.kind == "quoted" and len(stack) == base:
            family, number = kinds[0]
            self._list_unit(marker, family, number, base)
            return
        if scope.kind == "appendix" or not ends_sentence(content, marker.start):
            return
        self._misfit(marker, kinds)

    def _first(self, marker: Marker, family: str, number: str) -> None:
        stack = self.outline.open
        base = self.scope.base
        rank = RANKS[family]
        depth = len(stack)
        if family == "d":
            for place in range(len(stack) - 1, base - 1, -1):
                unit = stack[place]
                if unit.family in ("n", "d", "R") and number.startswith(unit.num + "."):
                    self._list_unit(marker, family, number, place + 1)
                    return
            return
        if self._colon_before(marker.start) and not any(u.family == family for u in stack[depth - 1 : depth]):
            self._list_unit(marker, family, number, depth)
            return
        while depth > base:
            unit = stack[depth - 1]
            if unit.rank > rank or unit.family == family or unit.rank == 95:
                depth -= 1
            else:
                break
        for place in range(depth - 1, base - 1, -1):
            if stack[place].rank <= 40:
                break
            if stack[place].family == family:
                depth = place
        self._list_unit(marker, family, number, depth)

    def _misfit(self, marker: Marker, kinds: tuple[tuple[str, str], ...]) -> None:
        """A number that neither continues nor begins a list: a gap, a repeat, or a list whose head was lost."""
        stack = self.outline.open
        base = self.scope.base
        for family, number in kinds:
            if family == "d":
                continue
            best = -1
            for depth in range(len(stack) - 1, base - 1, -1):
                unit = stack[depth]
                if unit.rank <= 40:
                    break
                if unit.family == family:
                    if beyond(family, unit.num, number):
                        best = depth
                        break
                    best = depth if best < 0 else best
            if best >= 0:
                self._list_unit(marker, family, number, best)
                return
        family, number = kinds[0]
        if family in ("d", "U", "R", "x") or (family == "r" and len(kinds) == 1):
            return
        rank = RANKS[family]
        depth = len(stack)
        while depth > base and (stack[depth - 1].rank > rank or stack[depth - 1].rank == 95):
            depth -= 1
        self._list_unit(marker, family, number, depth)

    def _decimal_fits(self, number: str, depth: int) -> bool:
        return True

    def _colon_before(self, at: int) -> bool:
        before = self.content[max(0, at - 12) : at].rstrip()
        return before.endswith(":")

    def _list_unit(self, marker: Marker, family: str, number: str, depth: int) -> None:
        self._close_to(depth, marker.start)
        stack = self.outline.open
        above = stack[-1] if len(stack) > self.scope.base else None
        level = level_of(family, number, above.level if above is not None else None)
        prefix = f"{above.eid}__" if above is not None else self.scope.prefix
        if level == "indent":
            name = f"{prefix}indent_{self._ordinal(prefix)}"
            num = ""
        else:
            name = f"{prefix}{ABBREVIATIONS[level]}_{eid_number(number)}"
            num = number
        unit = self._open(level, num, marker.start, marker.after, name, RANKS[family], family)
        if level == "indent":
            unit.num = number

    def _ordinal(self, prefix: str) -> int:
        key = f"{prefix}indent"
        count = self.outline.taken.get(key, 0) + 1
        self.outline.taken[key] = count
        return count

    # -- what follows the body --------------------------------------------------------------------------------

    def _closing(self, marker: Marker) -> None:
        if self.after_body or self.scope.kind != "body" or not self.outline.open:
            return
        self._close_to(0, marker.start)
        self.after_body = True
        self.attached_at = -1
        self._open("paragraph", "", marker.start, marker.after, "conclusions", 95, "p")

    def _appendix(self, marker: Marker) -> None:
        content = self.content
        printed = content[marker.start : marker.after].strip()
        if strength(content, marker.after) < 2 and not content[marker.after : marker.after + 4].strip().startswith("("):
            return
        in_body = self.scope.kind == "body" and not self.after_body
        if in_body and (
            marker.style == "form" or not self.outline.open or not (printed.isupper() or self._alone(marker))
        ):
            return
        if in_body and not ends_sentence(content, marker.start):
            return
        number = marker.number
        if marker.style == "appendix":
            if number.islower():
                number = number.upper() if roman_to_int(number) else number
            self._zone(marker.start, marker.after, "appendix", number)
        else:
            self._form(marker)

    def _alone(self, marker: Marker) -> bool:
        rest = self.content[marker.after : line_end(self.content, marker.after)].strip(" .:")
        return not rest or rest.isupper()

    def _zone(self, start: int, after: int, level: Level, number: str) -> None:
        self._close_to(0, start)
        self.after_body = False
        self.attached_at = -1
        name = ABBREVIATIONS[level] + (f"_{eid_number(number)}" if number else "")
        unit = self._open(level, number, start, after, name, -1)
        self.scope = _Scope("appendix", f"{unit.eid}__", 1)

    def _form(self, marker: Marker) -> None:
        stack = self.outline.open
        above = stack[0] if stack and stack[0].level == "appendix" else None
        if above is None:
            self._zone(marker.start, marker.after, "form", marker.number)
            return
        self._close_to(1, marker.start)
        number = marker.number.replace("/", "-")
        unit = self._open(
            "form", marker.number, marker.start, marker.after, f"{above.eid}__form_{eid_number(number)}", -1
        )
        self.scope = _Scope("appendix", f"{unit.eid}__", 2)

    def _supplied(self, marker: Marker) -> None:
        """ "(Kèm theo Quyết định số …)": the lines in capitals above it are the title of an attached document."""
        if not self.after_body:
            return
        start = self._title_above(marker.start)
        if start < marker.start:
            self._zone(start, start, "appendix", "")

    def _title_above(self, at: int) -> int:
        content = self.content
        start = at
        for _ in range(10):
            begin = content.rfind("\n", 0, start - 1) + 1
            line = content[begin : start - 1].strip()
            if start <= 0 or begin >= start or (line and not line.isupper()) or self.outline.open[-1].start > begin:
                break
            start = begin
        return start

    def _attach(self, marker: Marker) -> None:
        """An attached document that begins without a rider: at the title seen after the signature, or right here."""
        start = self.attached_at if self.attached_at >= 0 else marker.start
        self._zone(start, start, "appendix", "")

    def _open(self, level: Level, num: str, start: int, after: int, eid: str, rank: int, family: str = "") -> Unit:
        unit = self.outline.add(eid, level, num, start, after, self.scope.kind == "quoted")
        unit.rank = rank
        unit.family = family
        return unit


def _heading_number(printed: str) -> str | None:
    """The normalised number of a part, chapter or section: Roman in capitals, words as digits; None where it is none."""
    if printed[0].isdigit():
        return printed.lower().lstrip("0") or "0"
    match = _ROMAN_HEAD.match(printed)
    if match is not None and roman_to_int(match[1]) is not None:
        return match[1] + match[2]
    ordinal = ordinal_to_int(printed)
    if ordinal is not None:
        return str(ordinal)
    return printed if len(printed) == 1 and printed.isupper() else None
