"""Reading one sentence of a clause as instructions: verb, what it names, words quoted, time.

A verb only acts where an instruction can begin: at the beginning of the sentence, after another instruction, or after
the document's own name ("Thông tư này … và thay thế …"). In a title, a history or running prose it acts on nothing.
"""

import re

import msgspec

from vanban.effects import active, predicates, sharing, times
from vanban.effects.instruction import Instruction, Page, past
from vanban.effects.sentences import Sentence
from vanban.effects.times import When
from vanban.effects.wording import Clause

_LEAD = re.compile(
    r"\s*(?:(?:mau|phu luc|danh muc|bieu mau)(?: so \w+)? nay\s+(?=thay the)|(?:dong thoi|rieng|ngoai ra|"
    r"theo do)\s*[:,]?\s*|(?:quyet dinh|quyet nghi)\s*[:,]\s*)*"
)
_SINCE = re.compile(r"\s*(?=(?:ke\s+)?tu\s+(?:ngay|thoi diem|khi)\b)")
_NEXT = re.compile(r"[\s,;.]*(?:va\s+|thi\s+)?(?:dong thoi\s+)?")
_ACTING = re.compile(
    r"(?:[,;]|\bva|\bnay|\bdong thoi)\s+(?:dong thoi\s+)?(?=(?:thay the|bai bo|huy bo|sua doi|bo sung|dinh chinh)\s)"
)

_AGAIN = re.compile(r";\s*(?:va\s+|dong thoi\s+)?(?=(?:thay the|thay|bai bo|huy bo|bo|sua doi|bo sung|dinh chinh)\s)")


def read(page: Page, clause: Clause, sentence: Sentence) -> tuple[Instruction, ...]:
    """The instructions of a sentence, in order."""
    folded = page.wording.folded
    start, end = sentence.start, sentence.end
    found: list[Instruction] = []
    position = past(_LEAD, folded, start, end)
    since = When(end=position)
    if _SINCE.match(folded, position, end):
        since = times.read(page.wording, page.acts, page.work, position, end, end)
        position = past(_NEXT, folded, since.end, end)
    while position < end:
        instruction = active.read(page, clause, position, end) or predicates.words_first(page, clause, position, end)
        instruction = instruction or predicates.read(page, clause, position, end)
        if instruction is None and found:
            instruction = active.goes_on(page, clause, found, position, end)
        if instruction is None and (not found or (len(found) == 1 and found[0].verb == "commence")):
            # "Nghị định này có hiệu lực sau 15 ngày, kể từ ngày đăng Công báo và thay thế Nghị định số …"
            own_name = found[0].start if found else position
            instruction = _after_own_name(page, clause, own_name, position, end)
            # Here only an act with its number counts: "thay thế Điều lệ đăng ký hộ tịch …" is not a name known.
            if found and instruction is not None and not all(i.act and i.act.target.symbol for i in instruction.items):
                instruction = None
        if instruction is None and found:
            instruction = _resumed(page, clause, position, end)
        if instruction is None:
            break
        if since.start_on or since.condition:
            instruction = _dated(instruction, since)
        found.append(instruction)
        position = past(_NEXT, folded, instruction.end, end)
        if instruction.payload is not None:
            break
    return sharing.among(found, folded)


def _resumed(page: Page, clause: Clause, at: int, end: int) -> Instruction | None:
    """The next instruction behind a semicolon, where the words before it are none: "Bãi bỏ Mục 3 - Bến đò; bãi bỏ …".

    Only one that names places: a title may have semicolons in it, and name acts.
    """
    for match in _AGAIN.finditer(page.wording.folded, at, end):
        given = active.read(page, clause, match.end(), end)
        if given is not None and (given.swaps or (given.items and all(item.path for item in given.items))):
            return given
    return None


def _dated(instruction: Instruction, since: When) -> Instruction:
    """The time that opens the sentence ("Kể từ ngày 1-7-2026, bãi bỏ …") where the instruction has none of its own."""
    own = instruction.when
    when = msgspec.structs.replace(
        own, start_on=own.start_on or since.start_on, condition=own.condition or since.condition
    )
    return msgspec.structs.replace(instruction, when=when)


def _after_own_name(page: Page, clause: Clause, at: int, after: int, end: int) -> Instruction | None:
    """As in "Thông tư này có hiệu lực từ ngày … và thay thế Thông tư số …": the verb after the document's own name,
    which stands at `at`; what stands before `after` is read already.
    """
    act = page.acts.at(at)
    if act is None or not act.own:
        return None
    for match in _ACTING.finditer(page.wording.folded, after, end):
        instruction = active.read(page, clause, match.end(), end)
        if instruction is not None and (instruction.items or instruction.opens) and not instruction.umbrella:
            return instruction
    return None
