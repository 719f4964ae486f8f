"""What is looked for in what was typed: words that only ask left out, abbreviations written out.

Who types "UBND" means what documents print as "Ủy ban nhân dân", or as "UBND".
"""

import re
import unicodedata
from functools import cache

import msgspec

from vanban.orthography import fold
from vanban.rules import Rules
from vanban.search.question import Question, ShortForm, bare, words_of


def written_out(question: Question, rules: Rules) -> Question:
    """The question with its abbreviations written out; the short forms stay known, since documents print them too.

    In a question typed without accents the long words come without them.
    """
    known = shorts_known(rules)
    words: list[str] = []
    shorts: list[ShortForm] = []
    for word in question.words:
        long = known.get(bare(word))
        if long is None:
            words.append(word)
            continue
        words += long
        shorts.append(ShortForm(word, long))
    return msgspec.structs.replace(question, words=tuple(words), shorts=tuple(shorts))


def without_asking(typed: str, rules: Rules) -> str:
    """A question without the words that only make it one: ", đúng hay sai?"; whole where nothing else is in it."""
    text = unicodedata.normalize("NFC", typed)
    for pattern in _asking(rules):
        found = pattern.search(fold(text))
        if found is not None:
            text = f"{text[: found.start()]} {text[found.end() :]}"
    return text if text.strip() else typed


@cache
def _asking(rules: Rules) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row.pattern) for row in rules.question_phrases)


@cache
def shorts_known(rules: Rules) -> dict[str, tuple[str, ...]]:
    """The words that each abbreviation of the table stands for, by its bare form."""
    return {bare(row.short.lower()): words_of(row.long) for row in rules.abbreviations}
