"""Names that the table lacks, known from the paper itself: printed once with their number, they are short afterwards.

A first citation is full, later ones give the name alone (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.b; Nghị định
78/2025/NĐ-CP, Điều 68), and a name alone does not show where it ends: "Luật Quản lý, sử dụng tài sản công, Luật …".
"""

from functools import cache

from vanban.orthography import fold
from vanban.references import named_acts
from vanban.references.mention import Mention
from vanban.references.places import Places
from vanban.rules import Rules

_TYPE_WORDS = {"luat": "luat", "bo-luat": "bo luat", "phap-lenh": "phap lenh"}


def spread(content: str, folded: str, mentions: list[Mention], places: Places, rules: Rules) -> list[Mention]:
    """The mentions, each name that is said in full somewhere read whole wherever it stands; new ones at the end."""
    names = _said_in_full(folded, mentions, rules)
    if not names:
        return mentions
    at_start = {mention.start: mention for mention in mentions}
    found = list(mentions)
    for kind, name in sorted(names, key=lambda item: len(item[1]), reverse=True):
        words = f"{_TYPE_WORDS[kind]} {name}"
        for at in places.ordinances if kind == "phap-lenh" else places.laws:
            start = at - len("bo ") if kind == "bo-luat" else at
            end = start + len(words)
            if (
                not folded.startswith(words, start)
                or folded[start - 1 : start].isalnum()
                or folded[end : end + 1].isalnum()
            ):
                continue
            title = " ".join(content[end - len(name) : end].split())
            there = at_start.get(start)
            if there is None:
                if content[start].isupper():
                    at_start[start] = new = Mention(start, end, kind, title=title)
                    found.append(new)
            elif there.end < end and not (there.symbol or there.date or there.year or there.plural):
                there.end, there.title = end, title
    return found


def _said_in_full(folded: str, mentions: list[Mention], rules: Rules) -> set[tuple[str, str]]:
    """(type, folded name) of every law that the table does not know and the paper prints with number or day, or as
    one of its legal bases.
    """
    as_spelled = _as_spelled(rules)
    return {
        (mention.type, fold(mention.title))
        for mention in mentions
        if (mention.symbol or mention.date or folded.endswith("can cu ", 0, mention.start))
        and mention.type in _TYPE_WORDS
        and " " in mention.title
        and not mention.plural
        and (mention.type, mention.title) not in as_spelled
        and not named_acts.of_name(mention.type, mention.title, rules)
    }


@cache
def _as_spelled(rules: Rules) -> frozenset[tuple[str, str]]:
    """The names that the table has, letter by letter: most are told without their keys."""
    return frozenset((act.type, name) for act in rules.named_acts for name in (act.name, *act.aliases))
