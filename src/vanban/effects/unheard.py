"""The safety net: sentences that say that a named act is gone, of which nothing was read, are told."""

import re

from vanban.effects import sentences
from vanban.effects.instruction import Page
from vanban.effects.sentences import Sentence
from vanban.effects.wording import Clause
from vanban.model import Effect, Finding
from vanban.orthography import anchors

# What every such sentence says; few and literal. Those that share a rare piece are found by one search for it.
_ANCHORS = {
    "hieu luc": ("het hieu luc", "het toan bo hieu luc", "het mot phan hieu luc", "cham dut hieu luc",
                 "khong con hieu luc"),
    "gia tri": ("het gia tri thi hanh", "het gia tri phap ly"),
    "bai bo": ("bi bai bo", "duoc bai bo"),
    "bo": ("bi huy bo", "duoc huy bo"),
    "thay the b": ("duoc thay the bo", "duoc thay the bang", "bi thay the bo", "bi thay the bang"),
}  # fmt: skip
# What the past did, and who else did it: "đã hết hiệu lực", "được bãi bỏ theo Nghị định số 5".
_PAST = re.compile(r"\b(?:da|dang|chua|khong|con)\s+(?:bi\s+|duoc\s+)?$")
_BY_OTHERS = re.compile(
    r"(?:bi|duoc)\s+(?:bai bo|huy bo|thay the)(?:\s+(?:mot phan|mot so)[^.;,]{0,40})?\s+(?:boi|theo|tai)\b"
)
_REPLACED = re.compile(r"(?:bi|duoc) thay the (?:boi|bang)\s+[^.;:,]{0,30}?\bnay\b")
# "trước ngày Nghị định số 1 … hết hiệu lực", "trường hợp Nghị định … bị bãi bỏ": a time or a condition. A printed day
# ("từ ngày 01 tháng 7") and the start of the document itself ("kể từ ngày Nghị định này có hiệu lực") are none.
_CONDITION = re.compile(
    r"\b(?:ngay(?!\s+\d)|khi|thoi diem|truong hop|neu|thoi gian|thoi han|den luc)\s"
    r"(?:(?!co hieu luc|,\s*thi\b)[^;.])*$"
)
# "Những quy định trước đây trái với Nghị định này và Luật … đều bị bãi bỏ": no act is named as gone.
_GENERAL = re.compile(r"\btrai\s+(?:voi|quy dinh)\b")
_ACTING = frozenset({"commence", "detail", "prevail"})
_FRAME = frozenset({"preface", "preamble", "conclusions"})
_HEADINGS = frozenset({"part", "chapter", "section", "subsection"})


def find(page: Page, effects: tuple[Effect, ...], told: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """A finding `effect-not-understood` for each sentence of the document's own clauses that names another act, says
    that it is gone, and gave neither an effect nor a finding. Quoted words and editors' notes are not its own.
    """
    wording, folded = page.wording, page.wording.folded
    starts = [effect.start for effect in effects if effect.verb not in _ACTING]
    starts += [finding.start for finding in told]
    found: dict[Sentence, None] = {}
    for anchor in anchors.around(folded, wording.acting, _ANCHORS):
        place = wording.at(anchor)
        if place is None:
            continue
        clause = wording.clauses[place]
        if clause.attached or clause.eid in _FRAME or clause.level in _HEADINGS:
            continue
        sentence = next((line for line in sentences.of(wording, clause) if line.start <= anchor < line.end), None)
        if sentence is None or sentence in found or not _says_gone(page, sentence, anchor):
            continue
        finish = _finish(page, clause, sentence)
        if not any(sentence.start <= start < finish for start in starts):
            found[sentence] = None
    return tuple(_told(page, sentence) for sentence in found)


def _says_gone(page: Page, sentence: Sentence, anchor: int) -> bool:
    folded = page.wording.folded
    before = folded[sentence.start : anchor]
    replaced = "thay the" in folded[anchor : anchor + 15]
    if replaced and not _REPLACED.match(folded, anchor, sentence.end):
        return False
    if not replaced and _BY_OTHERS.match(folded, anchor, sentence.end):
        return False
    if _PAST.search(before) or _CONDITION.search(before) or _GENERAL.search(before):
        return False
    begins_with_it = not before.strip()
    acts = page.acts.between(sentence.start, sentence.end if begins_with_it else anchor)
    return any(not act.own and not act.history for act in acts)


def _finish(page: Page, clause: Clause, sentence: Sentence) -> int:
    """Where effects of the sentence may begin: also in the list below it where it ends with a colon."""
    heads = page.wording.content[sentence.start : sentence.end].rstrip().endswith(":")
    return page.wording.finish(clause) if heads and clause.last >= 0 else sentence.end


def _told(page: Page, sentence: Sentence) -> Finding:
    quote = " ".join(page.wording.content[sentence.start : sentence.end].split())
    return Finding("effect-not-understood", "warning", sentence.start, sentence.end, {"quote": quote[:300]})
