"""What old rules that go on do not decide: behind their name, and in the sentences after that hold to the new ones.

"… theo Luật số 66 nhưng phải công khai", "… hoặc theo quy định của Nghị định này", "Trường hợp người nộp có yêu cầu thì
giải quyết theo Luật này." The wordings are the rows of `effect_wordings` with the uses `proviso`,
`own-rules` and `carved-out`.
"""

import re
from collections.abc import Iterator

from vanban.effects import phrases, sentences
from vanban.effects.instruction import Page
from vanban.effects.old_rules import Order
from vanban.effects.sentences import Sentence
from vanban.effects.wording import Clause

# "trữ", "trú" and "trụ" fold as "trừ" does; "những" as "nhưng".
_SAID = re.compile(r"[\s,(]*(?:nhưng|hoặc|và|trường hợp|trừ|ngoại trừ|riêng)\b", re.IGNORECASE)
_BLANK = " \t\n.;,/"


def of(page: Page, clause: Clause, sentence: Sentence, order: Order) -> str | None:
    """The words that take something away from the old rules, as printed, on one line; None where none do."""
    behind = page.wording.content[begins(page, order) : order.end]
    said = [behind, *_pieces_after(page, sentence, order), *_sentences_after(page, clause, sentence)]
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
    folded, at = page.wording.folded, order.end
    for piece in page.wording.content[order.end : sentence.end].split(";"):
        span = (at, at + len(piece))
        at = span[1] + 1
        new = phrases.first_wording(page.rules, "own-rules", folded, *span) is not None
        if new and phrases.first_wording(page.rules, "began-before", folded, *span) is None:
            yield piece


def _sentences_after(page: Page, clause: Clause, sentence: Sentence) -> Iterator[str]:
    """The sentences right after that hold to the new rules.

    A paragraph of its own that says what began before is another rule for other cases.
    """
    folded, content, rules = page.wording.folded, page.wording.content, page.rules
    last = sentence
    for following in sentences.of(page.wording, clause):
        if following.start < sentence.end:
            continue
        span = (following.start, following.end)
        if phrases.wording_at(rules, "carved-out", folded, *span) is None:
            return
        own_paragraph = "\n" in content[last.end : following.start]
        if own_paragraph and phrases.first_wording(rules, "began-before", folded, *span) is not None:
            return
        yield content[following.start : following.end]
        last = following
