"""The grammar of pinpoints: "các điểm a, b và c khoản 3 Điều 31" and every other list (Nghị định 30/2020/NĐ-CP).

A *run* is one unbroken stretch of units, found by one composite pattern on folded text. `parse_run` turns a run into
groups; the targets of one group share its words. A run is parsed from its own characters alone, so that equal runs are
parsed once.
"""

import re
from functools import lru_cache
from operator import methodcaller

from vanban.orthography import fold
from vanban.references.pinpoint_groups import Group, Growing, downwards, joint_of, take
from vanban.references.pinpoint_path import RANK, Path
from vanban.references.unit_words import AND, NUMBERS, one_number
from vanban.references.units_said import FIRST, FURTHER, units_said


# What may stand or not is written `(?:…|)` here: for `(?:…)?` the engine keeps a count of repetitions, and is slower.
def _item(word: str, number: str) -> str:
    one = one_number(word, number)
    if word == "mau":  # "Mẫu số 14; 01 (một) bản chính": a count of copies is no form
        return rf"{word} {one}(?:(?: ?, ?| (?:va|hoac) ){one}(?! ?\())*"
    return rf"{word} (?:tu |){one}(?:{AND}(?:tu |){one})*"


# An appendix without a number, known by what follows it: "Phụ lục ban hành kèm theo", "Phụ lục của Thông tư này".
_BARE = r"phu luc(?= (?:cua|ban hanh|kem theo|kem|dinh kem|thong tu|nghi dinh|quyet dinh|nghi quyet)(?![a-z]))"
_ITEM = (
    "(?:cac |tu |ten |tieu de |ten goi |nhung )*(?:"
    + "|".join([*(_item(w, n) for w, n in NUMBERS.items()), _BARE])
    + ")"
)
_INTO = (
    r"(?:quy dinh tai |ban hanh tai |ban hanh kem theo |kem theo |vao (?!sau|truoc|duoi|lien|tiep)|cua |tai |thuoc "
    r"|trong |o |)"
)
# "mục 1.4.1 Bảng 1.4 Phụ lục I": the table is on the way to the unit and none itself.
_TABLE = r"(?:bang (?:so )?[0-9]{1,2}(?:\.[0-9]{1,2}){0,3},? |)"
# Nothing is taken back once it has joined (`?>`): no unit begins with a word that joins. A possessive group (`)*+`)
# would say the same, but the engine of Python before 3.11.5 loses matches over it (gh-106052).
_JOIN = (
    r"(?> - | ?[,;] ?(?:va |hoac |den |)(?:cua |tai |thuoc |)"
    rf"| (?:va |hoac |den |va/hoac |)(?:tai |cua |){_TABLE}{_INTO})"
)
# The one appendix of a document ends a chain: "Mục 2 Phần I Phụ lục như sau".
_LAST = r"(?: (?:tai |cua |thuoc |)phu luc(?= nhu sau| duoc|[,;.:)\n]|$)|)"
RUN = re.compile(rf"{_ITEM}(?>(?:{_JOIN}{_ITEM})*){_LAST}", re.ASCII)


@lru_cache(maxsize=8192)
def parse_run(words: str) -> tuple[Group, ...]:
    """The groups of one run, given its characters as printed; () where the words only look like units."""
    folded = fold(words)
    first = FIRST.match(folded)
    assert first is not None
    groups: list[Growing] = []
    alone = False
    start = end = 0
    for upto, following in (*map(_between, FURTHER.finditer(folded, first.end(2))), (len(folded), 0)):
        said = units_said(words[start:upto])
        if said.nums:
            if not said.sure:
                break
            alone = not groups
            joint = joint_of(folded[end:start])
            end = start + said.length
            take(groups, said, joint, start, end)
        start = following
    if alone and words.isascii() and groups[0].paths[0].rank in _SMALL:
        return ()  # "khoan 3 lỗ": without its marks a small unit must stand in a chain
    if len(groups) == 1:
        return (groups[0].done(),)
    return tuple(downwards([group.done() for group in groups]))


_between = methodcaller("span", 1)
_SMALL = (RANK["point"], RANK["clause"])


__all__ = ["RANK", "RUN", "Group", "Path", "parse_run"]
