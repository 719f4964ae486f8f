"""Lines of State documents that say of an act with a printed number that it is gone: read, told, or passed over.

The lines are found by a pattern over the raw text that shares nothing with the reader: a number such as
"12/2020/TT-BTC", "75-QĐ/TW" or "54/2010/QH12", and after it in the same sentence "hết hiệu lực", "bị bãi bỏ" …; or
"Bãi bỏ" and "thay thế" with such a number right after the type. A line counts as read where an effect names one of its
numbers, as told where a finding of effects touches it, as passed over otherwise. Lines in the past, under a condition,
in quoted new wording and in appendices are left out by the pattern and by the tree, not by what was read.
`python -m benchmarks.effects_said --errors` lists those passed over.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from benchmarks.effects_unread import UNREAD, documents
from benchmarks.figure import Figure
from vanban.identification.symbol import symbol_key
from vanban.model import Parsed, Provision

_NUMBER = r"\d+[\d.]*[a-zđ]?(?:/\d{4})?[/-][A-ZĐ][\w./-]*\w"
_AFTER = re.compile(
    rf"số\s+(?P<number>{_NUMBER})[^;\n]{{0,600}}?\s(?P<past>đã\s+)?"
    r"(?:hết hiệu lực|không còn hiệu lực|chấm dứt hiệu lực|hết giá trị thi hành|bị bãi bỏ|bị hủy bỏ)"
)
_BEFORE = re.compile(
    rf"(?:^|[.;,]\s|\s(?:và|này)\s)(?:[\dđa-z]{{1,2}}[.)]\s*)?(?:Bãi bỏ|bãi bỏ|Thay thế|thay thế)\s+(?:toàn bộ\s+)?"
    rf"(?:Luật|Nghị định|Thông tư|Thông tư liên tịch|Quyết định|Nghị quyết|Quy định|Chỉ thị)\s+số\s+"
    rf"(?P<number>{_NUMBER})",
    re.MULTILINE,
)
_CONDITION = re.compile(
    r"(?:trước|sau|đến|tới|từ)\s+(?:ngày|khi|thời điểm)\s(?!\d)(?![^\n]*có hiệu lực)"
    r"|trường hợp|\bkhi\b|\bnếu\b|thời gian|theo|đã được",
    re.I,
)


def _lines(parsed: Parsed) -> Iterator[tuple[int, int, str]]:
    """(start, end, number) of each line of the document's own articles that says so."""
    content = parsed.text.content
    units = parsed.provisions
    starts = [unit.start for unit in units]
    parents = {unit.eid: unit for unit in units}
    for shape in (_AFTER, _BEFORE):
        for match in shape.finditer(content):
            if match.groupdict().get("past"):
                continue
            line = content.rfind("\n", 0, match.start()) + 1
            if shape is _AFTER and _CONDITION.search(content, line, match.start()):
                continue
            unit = units[max(bisect_right(starts, match.start("number")) - 1, 0)]
            if _is_own(unit.eid, parents):
                yield match.start("number"), match.end(), symbol_key(match.group("number"))


def _is_own(eid: str | None, parents: dict[str, Provision]) -> bool:
    """Whether a unit stands in an article of the document itself, outside quoted wording and appendices."""
    article = False
    while eid is not None:
        unit = parents[eid]
        if unit.quoted or unit.level in ("appendix", "form"):
            return False
        article = article or unit.level == "article"
        eid = unit.parent
    return article


def judged() -> Iterator[tuple[str, str, str]]:
    """(verdict, document, words) of each such line of the corpus."""
    for folder, name, parsed in documents():
        if parsed.work.language != "vi" or parsed.work.type == "van-ban-hop-nhat":
            continue
        read = {symbol_key(effect.target.symbol) for effect in parsed.effects if effect.verb not in ("detail", "apply")}
        told = [(finding.start, finding.end) for finding in parsed.findings if finding.code in UNREAD]
        for start, end, number in _lines(parsed):
            touched = any(begin < end and start < finish for begin, finish in told)
            verdict = "read" if number in read else "told" if touched else "passed over"
            yield verdict, f"{folder}/{name}", " ".join(parsed.text.content[max(start - 60, 0) : end].split())


def figures() -> Iterable[Figure]:
    verdicts = [verdict for verdict, _, _ in judged()]
    count = len(verdicts)
    note = (
        f"{verdicts.count('told')} more told as not understood, {verdicts.count('passed over')} passed over in silence"
    )
    yield Figure("lines that say an act is gone, read", verdicts.count("read") / count, count, 0.97, 0.995, note=note)
    silent = verdicts.count("passed over") / count
    yield Figure("lines that say an act is gone, passed over", silent, count, 0.02, 0.002, lower_is_better=True)


if __name__ == "__main__":
    if "--errors" in sys.argv:
        for verdict, name, words in judged():
            if verdict != "read":
                print(verdict, name, words[-400:], sep=" | ")
