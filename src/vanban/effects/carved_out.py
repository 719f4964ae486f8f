"""What old rules that go on do not decide: behind their name, and in the sentences after that hold to the new ones.

"… theo Luật số 66 nhưng phải công khai", "… hoặc theo quy định của Nghị định này", "Trường hợp người nộp có yêu cầu thì
giải quyết theo Luật này." The wordings are the rows of `effect_wordings` with the uses `proviso`,
`own-rules`, `carved-out` and `a-case`.
"""

import re
from collections.abc import Iterator

from vanban.effects import phrases, sentences
from vanban.effects.instruction import Page
from vanban.effects.old_rules import Order
from vanban.effects.sentences import Sentence
from vanban.effects.wording import Clause
from vanban.rules.effect_wording import Use

# "trữ", "trú" and "trụ" fold as "trừ" does; "những" as "nhưng".
_SAID = re.compile(r"[\s,(]*(?:nhưng|hoặc|và|trường hợp|trừ|ngoại trừ|riêng|nếu|sau|còn)\b", re.IGNORECASE)
_BLANK = " \t\n.;,/"


def of(page: Page, clause: Clause, sentence: Sentence, order: Order) -> str | None:
    """The words that take something away from the old rules, as printed, on one line; None where none do."""
    behind = page.wording.content[begins(page, order) : order.end]
    said = [behind, *_pieces_after(page, sentence, order), *_sentences_after(page, clause, sentence, order)]
    return "; ".join(_plain(words) for words in said if words.strip(_BLANK)) or None


def begins(page: Page, order: Order) -> int:
    """Where such words begin behind the name of the old rules; the end of the piece of the sentence where none do."""
    at, content = order.named_end, page.wording.content
    while (found := phrases.first_wording(page.rules, "proviso", page.wording.folded, at, order.end)) is not None:
        at = found[1].start()
        if _SAID.match(content, at, order.end) is not None:
            opens = content.rfind("(", order.named_end, at)
            return opens if opens >= 0 and not content[opens + 1 : at].strip() else at
        at += 1
    return order.end


def _plain(words: str) -> str:
    """Words on one line, without the marks around them; brackets only where they are the whole."""
    plain = " ".join(words.split()).strip(_BLANK)
    return plain[1:-1] if plain.startswith("(") and plain.endswith(")") else plain


def _pieces_after(page: Page, sentence: Sentence, order: Order) -> Iterator[str]:
    """The pieces of the sentence behind the order that hold to the new rules; not those for other old cases."""
    at = order.end
    for piece in page.wording.content[order.end : sentence.end].split(";"):
        start, end = at, at + len(piece)
        at = end + 1
        other = _holds(page, "began-before", start, end) and not _is_case(page, start, end)
        if _holds(page, "own-rules", start, end) and not other:
            yield piece


def _sentences_after(page: Page, clause: Clause, sentence: Sentence, order: Order) -> Iterator[str]:
    """The sentences right after that hold to the new rules; in the same paragraph also what they say of a case.

    A paragraph of its own that says what began before is another rule for other cases.
    """
    content = page.wording.content
    last = sentence
    for following in sentences.of(page.wording, clause):
        if following.start < sentence.end:
            continue
        start, end = following.start, following.end
        began = _holds(page, "began-before", start, end)
        case = _is_case(page, start, end)
        if "\n" in content[last.end : start]:
            carved = phrases.wording_at(page.rules, "carved-out", page.wording.folded, start, end) is not None
            takes = carved and not began
        else:
            takes = _holds(page, "own-rules", start, end) and (case or not began)
            takes = takes or (case and not _names_again(page, order, start, end))
        if not takes:
            return
        yield content[start:end]
        last = following


def _is_case(page: Page, start: int, end: int) -> bool:
    return phrases.wording_at(page.rules, "a-case", page.wording.folded, start, end) is not None


def _holds(page: Page, use: Use, start: int, end: int) -> bool:
    return phrases.first_wording(page.rules, use, page.wording.folded, start, end) is not None


def _names_again(page: Page, order: Order, start: int, end: int) -> bool:
    """Whether the words name an act that the order lets go on: they may let it go on for further cases."""
    old = {item.act.target.symbol for item in order.listing.items if item.act is not None}
    return any(act.target.symbol in old for act in page.acts.between(start, end))
