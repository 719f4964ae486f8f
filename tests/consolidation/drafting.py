"""Small acts, written here, and the expression that they make."""

import datetime as dt

from vanban import pipeline
from vanban.consolidation import Change, consolidate
from vanban.model import Expression, Parsed
from vanban.rules import load

HEAD = """QUỐC HỘI
Luật số: {symbol}
LUẬT
{title}
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật {title}.
"""
BASE = (
    HEAD.format(symbol="901/2017/QH14", title="Bến nước")
    + """Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về bến nước.
Điều 2. Giải thích từ ngữ
1. Bến nước là nơi lấy nước chung.
2. Người giữ bến có nhiệm vụ sau đây:
a) Giữ bến sạch;
d) Báo cáo Bộ Sông nước;
e) Thu phí của Bộ Sông nước.
3. Bộ Sông nước quản lý bến.
Chương II
ĐIỀU KHOẢN THI HÀNH
Điều 3. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2018.
"""
)


HEADING = "Điều 1. Sửa đổi, bổ sung một số điều của Luật Bến nước số 901/2017/QH14\n"


def act(
    body: str, symbol: str = "905/2019/QH14", start: str = "01 tháng 01 năm 2020", heading: str = HEADING
) -> Parsed:
    """An act that amends the law on landings; `body` is Điều 1 after its heading."""
    words = (
        HEAD.format(symbol=symbol, title="sửa đổi, bổ sung một số điều của Luật Bến nước")
        + heading
        + body.strip()
        + f"\nĐiều 2. Hiệu lực thi hành\nLuật này có hiệu lực thi hành từ ngày {start}.\n"
    )
    return pipeline.parse(words.encode(), "act.txt", load())


def base() -> Parsed:
    """The law on landings as enacted."""
    return pipeline.parse(BASE.encode(), "base.txt", load())


def changes(*acts: Parsed, since: dt.date | None = None) -> list[Change]:
    """Every effect of the acts upon the law, from the day that each act says."""
    return [
        Change(effect, acting, since or effect.start_on or acting.force.start_on)
        for acting in acts
        for effect in acting.effects
        if effect.target.symbol == "901/2017/QH14"
    ]


def made(*bodies: str) -> Expression:
    """The law after one act for each body."""
    acts = [
        act(body, f"90{5 + number}/{2019 + number}/QH14", f"01 tháng 01 năm {2020 + number}")
        for number, body in enumerate(bodies)
    ]
    return consolidate(base(), changes(*acts))


ENACTED = base().text.content


def words(expression: Expression, eid: str) -> str:
    """The words of one unit."""
    unit = next(unit for unit in expression.provisions if unit.eid == eid)
    return expression.text[unit.start : unit.end].strip()
