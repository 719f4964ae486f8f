"""A registry of made-up acts as text files, with the truth of what ended: for the speed of the statutory lists.

Bodies are real kinds of bodies, matters and numbers are invented; a seed makes the same registry each time. Acts are as
long as real ones (about 12,000 letters on average) and do what real ones do: name their bases, amend, repeal in part,
replace, end by a term, keep a part for a while.
"""

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_FIRST, _DAYS = dt.date(2011, 1, 1), 5_400
_PLACES = ("Hà Tĩnh", "Lào Cai", "Sơn La", "An Giang", "Cà Mau", "Kiên Giang", "Yên Bái", "Bạc Liêu")
_MINISTRIES = (("Bộ Tài chính", "BTC"), ("Bộ Xây dựng", "BXD"), ("Bộ Y tế", "BYT"), ("Bộ Công Thương", "BCT"))
_MATTERS = (
    "quản lý đất đai", "bảo vệ môi trường", "phát triển nhà ở", "hoạt động xây dựng", "khám bệnh, chữa bệnh",
    "giáo dục mầm non", "quản lý giá", "phí và lệ phí", "thủy lợi", "hợp tác xã", "giao thông đường bộ",
    "khuyến công", "xúc tiến thương mại", "an toàn thực phẩm", "bảo trì công trình", "tổ chức lễ hội",
)  # fmt: skip
_SYLLABLES = (
    "cơ quan đơn vị tổ chức cá nhân thực hiện quy định trách nhiệm hồ sơ trình tự thủ tục thời hạn báo cáo kiểm tra "
    "giám sát kinh phí kế hoạch nội dung hoạt động quản lý hướng dẫn địa bàn công trình dự án nguồn vốn chất lượng "
    "tiêu chuẩn điều kiện bảo đảm phối hợp tổng hợp đề xuất xem xét quyết định theo đúng mục tiêu hiệu quả"
)
_WORDS = _SYLLABLES.split()


class Act(NamedTuple):
    """One act of the registry. `issuer` as its head prints it, `serial` the type of acts that it is numbered with."""

    kind: str
    symbol: str
    issuer: str
    place: str
    day: dt.date
    start: dt.date
    title: str
    articles: int
    term: dt.date | None

    @property
    def name(self) -> str:
        return f"{self.kind} số {self.symbol} ngày {self.day.day:02d} tháng {self.day.month:02d} năm {self.day.year}"

    @property
    def body(self) -> str:
        return {"Thông tư": f"Bộ trưởng {self.issuer}"}.get(self.kind, self.issuer)


class Truth(NamedTuple):
    """What ended: the whole ("") or an article of an act, on its first day without force."""

    symbol: str
    issuer: str
    unit: str
    day: dt.date


def registry(count: int, folder: Path, seed: int = 20251231) -> set[Truth]:
    """Write `count` acts into a folder; returns every end in them, those of acts that ended as a whole left to that."""
    chance = random.Random(seed)
    acts: list[Act] = []
    ended: dict[Act, dt.date] = {}
    parts: dict[tuple[Act, str], dt.date] = {}
    for number, day in enumerate(sorted(_FIRST + dt.timedelta(days=chance.randrange(_DAYS)) for _ in range(count))):
        act = _act(number, day, chance)
        mine = [each for each in acts[-1500:] if each.issuer == act.issuer and each.kind == act.kind]
        alive = [each for each in mine if each not in ended and each.start < act.start and each.term is None]
        replaced = chance.sample(alive, min(len(alive), chance.choice((0, 0, 1, 1, 2)))) if len(alive) > 4 else []
        rest = [each for each in alive if each not in replaced]
        amended = chance.choice(rest) if rest and chance.random() < 0.3 else None
        bases = chance.sample(acts[-400:], min(len(acts), chance.randrange(1, 4)))
        cut = str(chance.randrange(2, amended.articles - 2)) if amended is not None else ""
        if amended is not None and (amended, cut) not in parts:
            parts[amended, cut] = act.start
        else:
            amended = None
        for each in replaced:
            ended[each] = act.start
        if act.term is not None:
            ended[act] = act.term
        text = "\n".join(_lines(act, replaced, amended, cut, bases, chance))
        (folder / f"{number:05d}.txt").write_text(text, encoding="utf-8")
        acts.append(act)
    whole = {Truth(act.symbol, act.issuer, "", day) for act, day in ended.items()}
    part = {
        Truth(act.symbol, act.issuer, f"Điều {unit}", day) for (act, unit), day in parts.items() if act not in ended
    }
    return whole | part


def _act(number: int, day: dt.date, chance: random.Random) -> Act:
    place, (ministry, code) = chance.choice(_PLACES), chance.choice(_MINISTRIES)
    serial = number + 1
    kind, tail, issuer, where = chance.choices(
        (
            ("Quyết định", "QĐ-UBND", f"Ủy ban nhân dân tỉnh {place}", place),
            ("Nghị quyết", "NQ-HĐND", f"Hội đồng nhân dân tỉnh {place}", place),
            ("Thông tư", f"TT-{code}", ministry, "Hà Nội"),
            ("Nghị định", "NĐ-CP", "Chính phủ", "Hà Nội"),
        ),
        (55, 15, 20, 10),
    )[0]
    start = day + dt.timedelta(days=chance.choice((10, 15, 45, 60)))
    term = None
    if kind == "Nghị quyết" and chance.random() < 0.3:
        term = dt.date(start.year + chance.randrange(2, 6), 1, 1)
    title = f"Quy định về {chance.choice(_MATTERS)} số {serial}" + (
        f" trên địa bàn tỉnh {place}" if where != "Hà Nội" else ""
    )
    return Act(kind, f"{serial}/{day.year}/{tail}", issuer, where, day, start, title, chance.randrange(8, 30), term)


def _lines(
    act: Act, replaced: list[Act], amended: Act | None, cut: str, bases: list[Act], chance: random.Random
) -> Iterator[str]:
    day = f"{act.day.day:02d} tháng {act.day.month:02d} năm {act.day.year}"
    yield from (act.issuer.upper(), "-------", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    yield from ("---------------", f"Số: {act.symbol}", f"{act.place}, ngày {day}", "", act.kind.upper(), act.title, "")
    for base in bases:
        yield f"Căn cứ {base.name} của {base.body} {base.title[:1].lower()}{base.title[1:]};"
    if act.kind in ("Nghị định", "Thông tư"):
        yield f"Theo đề nghị của Bộ trưởng {act.issuer if act.kind == 'Thông tư' else 'Bộ Tài chính'};"
    yield from (f"{act.body} ban hành {act.kind} {act.title[:1].lower()}{act.title[1:]}.", "")
    for number in range(1, act.articles + 1):
        yield f"Điều {number}. {_sentence(chance, 6).capitalize()}"
        for clause in range(1, chance.randrange(2, 6)):
            yield f"{clause}. {_sentence(chance, 28).capitalize()}."
    yield from _final(act, replaced, amended, cut)


def _final(act: Act, replaced: list[Act], amended: Act | None, cut: str) -> Iterator[str]:
    yield f"Điều {act.articles + 1}. Hiệu lực thi hành"
    start = f"từ ngày {act.start.day:02d} tháng {act.start.month:02d} năm {act.start.year}"
    last = act.term - dt.timedelta(days=1) if act.term is not None else None
    until = f" đến hết ngày {last.day} tháng {last.month} năm {last.year}" if last is not None else ""
    yield f"1. {act.kind} này có hiệu lực thi hành {start}{until}."
    number = 2
    for each in replaced:
        yield f"{number}. {each.name} của {each.body} hết hiệu lực kể từ ngày {act.kind} này có hiệu lực thi hành."
        number += 1
    if amended is not None:
        yield f"{number}. Bãi bỏ Điều {cut} {amended.name} của {amended.body}."
    yield from ("", "Nơi nhận:", "- Như trên;", "- Lưu: VT.", f"TM. {act.issuer.upper()}", "(Đã ký)")


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS, k=words))
