"""The time that a code of 500 articles takes with ten amending acts, made up by a generator."""

import random
import time
from collections.abc import Iterator

from benchmarks.figure import Figure
from vanban import pipeline
from vanban.consolidation import Change, consolidate
from vanban.model import Parsed
from vanban.rules import load

ARTICLES, ACTS, INSTRUCTIONS = 500, 10, 60
_WORDS = (
    "bến", "nước", "đò", "sông", "người", "giữ", "phí", "ngày", "cơ", "quan", "quản", "lý", "kiểm", "tra", "báo", "cáo",
    "phao", "đèn", "bờ", "kênh", "thuyền", "luồng",
)  # fmt: skip
_HEAD = "QUỐC HỘI\nLuật số: {symbol}\nLUẬT\n{title}\nCăn cứ Hiến pháp;\nQuốc hội ban hành {title}.\n"


def made_up(seed: int = 7) -> tuple[Parsed, list[Change]]:
    """The code, and the changes of its acts: new wordings, added and repealed units, words replaced."""
    chance = random.Random(seed)
    lines = [_HEAD.format(symbol="901/2010/QH12", title="Bộ luật Bến nước")]
    for article in range(1, ARTICLES + 1):
        if article % 25 == 1:
            lines.append(f"Chương {_roman(article // 25 + 1)}\nBẾN THỨ {article // 25 + 1}\n")
        lines.append(f"Điều {article}. {_sentence(chance, 5)}\n")
        for clause in range(1, 5):
            lines.append(f"{clause}. {_sentence(chance, 40)} bến số {article}:\n")
            lines += [f"{letter}) {_sentence(chance, 20)};\n" for letter in "abcd" if clause < 3]
    rules = load()
    base = pipeline.parse("".join(lines).encode(), "code.txt", rules)
    changes: list[Change] = []
    for act in range(ACTS):
        parsed = pipeline.parse(_act(chance, act).encode(), "act.txt", rules)
        changes += [Change(effect, parsed, effect.start_on or parsed.force.start_on) for effect in parsed.effects
                    if effect.target.symbol == "901/2010/QH12"]  # fmt: skip
    return base, changes


def _act(chance: random.Random, number: int) -> str:
    title = "Luật sửa đổi, bổ sung một số điều của Bộ luật Bến nước"
    lines = [_HEAD.format(symbol=f"{905 + number}/{2012 + number}/QH13", title=title)]
    lines.append("Điều 1. Sửa đổi, bổ sung một số điều của Bộ luật Bến nước số 901/2010/QH12\n")
    touched = chance.sample(range(1, ARTICLES + 1), INSTRUCTIONS)
    suffix = "abcdđeghik"[number]
    for at, article in enumerate(touched, 1):
        place = f"khoản {chance.randint(1, 2)} Điều {article}"
        new = (
            f"Sửa đổi, bổ sung {place} như sau:\n“{place.split()[1]}. {_sentence(chance, 40)} bến số {article}.”.",
            f"Bổ sung Điều {article}{suffix} vào sau Điều {article} như sau:\n“Điều {article}{suffix}. Bến\n"
            f"{_sentence(chance, 30)}.”.",
            f"Bãi bỏ điểm {chance.choice('abcd')} {place}.",
            f"Thay thế cụm từ “bến số {article}” bằng cụm từ “bến thứ {article}” tại Điều {article}.",
        )
        lines.append(f"{at}. {new[at % 4]}\n")
    lines.append(f"Điều 2. Hiệu lực thi hành\nLuật này có hiệu lực thi hành từ ngày 01 tháng 01 năm {2013 + number}.\n")
    return "".join(lines)


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words)).capitalize()


def _roman(number: int) -> str:
    return "X" * (number // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]


def figures() -> Iterator[Figure]:
    """Processor time of one consolidation, the texts being parsed; the best of five."""
    base, changes = made_up()
    spent: list[float] = []
    for _ in range(5):
        begun = time.process_time()
        made = consolidate(base, changes)
        spent.append(1000 * (time.process_time() - begun))
    note = f"{len(made.applied)} applied, {len(made.refused)} refused, {len(base.text.content):,} characters"
    yield Figure(f"a code of {ARTICLES} articles, {ACTS} acts, {len(changes)} effects", min(spent), len(changes),
                 1000, 100, "ms", lower_is_better=True, note=note)  # fmt: skip


if __name__ == "__main__":
    from benchmarks.__main__ import _line

    for figure in figures():
        print(_line(figure))
