"""Made-up documents, each different, in the mix of an office's shelf: many short papers, few long acts.

Everything here is invented: bodies of the province Sông Lam and of ministries that do not exist, their numbers and what
they say. Document `number` is always the same, and cites documents with smaller numbers.
"""

import datetime as dt
import random
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

_SEED = 20261122
_FIRST = dt.date(1998, 1, 5)

_MINISTRIES = (("BỘ SÔNG NGÒI", "BSN"), ("BỘ ĐƯỜNG ĐÈO", "BĐĐ"), ("BỘ CHỢ PHIÊN", "BCP"), ("BỘ RỪNG NÚI", "BRN"))
_OFFICES = (("SỞ SÔNG NGÒI", "SSN"), ("SỞ ĐƯỜNG ĐÈO", "SĐĐ"), ("SỞ CHỢ PHIÊN", "SCP"), ("SỞ RỪNG NÚI", "SRN"))
_DISTRICTS = ("Thượng Ngàn", "Bến Đá", "Cửa Lạch", "Đồi Chè", "Khe Sâu", "Bãi Ngang", "Cầu Mây", "Ghềnh Ráng")
_MATTERS = (
    "quản lý bến nước", "khai thác cát sỏi lòng sông", "bảo trì đường đèo", "thu gom rác thải tại chợ phiên",
    "bảo vệ rừng đầu nguồn", "hỗ trợ hộ trồng chè", "cấp nước sạch nông thôn", "phòng, chống sạt lở bờ sông",
    "đầu tư trường học vùng cao", "quản lý đò ngang", "đấu giá quyền sử dụng mặt bằng chợ", "trồng cây chắn gió",
    "lưu trữ hồ sơ địa chính", "kiểm định cầu treo dân sinh", "tiêm phòng cho đàn gia súc", "vận hành trạm thủy văn",
)  # fmt: skip
_DEEDS = (
    "phê duyệt kế hoạch", "ban hành quy chế", "giao chỉ tiêu", "phê duyệt dự toán", "thành lập tổ công tác về",
    "công bố danh mục thủ tục", "điều chỉnh dự án", "phê duyệt kết quả", "cho phép thực hiện", "thu hồi giấy phép",
)  # fmt: skip
_DUTIES = (
    "Tổ chức, cá nhân lập hồ sơ gửi cơ quan có thẩm quyền trong thời hạn {n} ngày làm việc kể từ ngày có thay đổi",
    "Cơ quan tiếp nhận kiểm tra tính hợp lệ của hồ sơ; trường hợp chưa hợp lệ thì trả lời bằng văn bản và nêu rõ lý do",
    "Mức thu bằng {n}% giá trị ghi trên hợp đồng, không bao gồm thuế giá trị gia tăng",
    "Việc kiểm tra được tiến hành định kỳ {n} tháng một lần hoặc đột xuất khi có phản ánh của người dân",
    "Người đứng đầu đơn vị chịu trách nhiệm về tính chính xác của số liệu báo cáo",
    "Hồ sơ được lưu trữ tối thiểu {n} năm theo quy định của pháp luật về lưu trữ",
    "Trong quá trình thực hiện, nếu phát sinh vướng mắc thì báo cáo cấp có thẩm quyền xem xét, quyết định",
    "Trường hợp quy định tại khoản 1 Điều này mà quá thời hạn thì thực hiện theo quy định tại {where}",
    "Căn cứ {cited}, đơn vị được giao xây dựng phương án và trình phê duyệt trước ngày {day}",
    "Không áp dụng đối với trường hợp quy định tại {where}",
    "Thực hiện theo quy định tại {where} và hướng dẫn của cơ quan chuyên môn cấp trên",
    "Kinh phí do ngân sách địa phương bảo đảm, lồng ghép với các chương trình, dự án khác trên địa bàn",
)  # fmt: skip


class Head(NamedTuple):
    """What names a document."""

    kind: str
    name: str
    symbol: str
    date: dt.date
    issuer: str
    title: str


_KINDS = (
    ("quyet-dinh", 38), ("cong-van", 24), ("thong-bao", 9), ("ke-hoach", 8), ("bao-cao", 6), ("nghi-quyet", 5),
    ("thong-tu", 5), ("sua-doi", 3), ("nghi-dinh", 2),
)  # fmt: skip


@lru_cache(maxsize=4096)
def head(number: int) -> Head:
    """The name of document `number`."""
    chance = random.Random(_SEED * 1_000_003 + number)
    (kind,) = chance.choices([kind for kind, _ in _KINDS], [weight for _, weight in _KINDS])
    date = _FIRST + dt.timedelta(days=number % 10_500)
    printed, matter, place = number // 8 + 1, chance.choice(_MATTERS), chance.choice(_DISTRICTS)
    ministry, code = chance.choice(_MINISTRIES)
    office, short = chance.choice(_OFFICES)
    local = "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM"
    if kind == "thong-tu":
        return Head(kind, "Thông tư", f"{printed}/{date.year}/TT-{code}", date, ministry, f"quy định về {matter}")
    if kind == "sua-doi":
        return Head(kind, "Thông tư", f"{printed}/{date.year}/TT-{code}", date, ministry, "")
    if kind == "nghi-dinh":
        return Head(kind, "Nghị định", f"{printed}/{date.year}/NĐ-CP", date, "CHÍNH PHỦ", f"quy định chi tiết {matter}")
    if kind == "nghi-quyet":
        council = "HỘI ĐỒNG NHÂN DÂN TỈNH SÔNG LAM"
        return Head(kind, "Nghị quyết", f"{printed}/{date.year}/NQ-HĐND", date, council, f"về {matter}")
    if kind == "cong-van":
        return Head(kind, "Công văn", f"{printed}/{short}-VP", date, office, f"V/v {matter} tại {place}")
    if kind == "quyet-dinh":
        title = f"Về việc {chance.choice(_DEEDS)} {matter} huyện {place}"
        return Head(kind, "Quyết định", f"{printed}/QĐ-UBND", date, local, title)
    name, mark = {"thong-bao": ("Thông báo", "TB"), "ke-hoach": ("Kế hoạch", "KH"), "bao-cao": ("Báo cáo", "BC")}[kind]
    return Head(kind, name, f"{printed}/{mark}-UBND", date, local, f"{matter.capitalize()} huyện {place}")


def document(number: int) -> str:
    """The text of document `number`, as plain text."""
    chance = random.Random(_SEED + number)
    this = head(number)
    body = _BODIES.get(this.kind, _paper)(number, chance, this)
    title = "" if this.kind == "cong-van" else f"\n{this.name.upper()}\n{_title(number, this)}\n"
    beside = f"\n{this.title}" if this.kind == "cong-van" else ""
    place = "Hà Nội" if this.issuer.startswith(("BỘ", "CHÍNH")) else "Sông Lam"
    day = f"{place}, ngày {this.date.day:02} tháng {this.date.month:02} năm {this.date.year}"
    top = f"{this.issuer}\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    signed = f"\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nTM. {this.issuer}\nCHỦ TỊCH\n(Đã ký)\n"
    return f"{top}---------------\nSố: {this.symbol}{beside}\n{day}\n{title}\n{body}{signed}"


def _title(number: int, this: Head) -> str:
    if this.kind != "sua-doi":
        return this.title
    return f"Sửa đổi, bổ sung một số điều của {_cited(number, random.Random(number))}"


def _cited(number: int, chance: random.Random) -> str:
    other = head(chance.randrange(max(1, number)))
    return f"{other.name} số {other.symbol} ngày {other.date.day} tháng {other.date.month} năm {other.date.year}"


def _grounds(number: int, chance: random.Random, least: int = 2) -> str:
    lines = [f"Căn cứ {_cited(number, chance)};" for _ in range(chance.randint(least, least + 4))]
    return "\n".join([*lines, f"Theo đề nghị của Giám đốc {chance.choice(_OFFICES)[0].capitalize()}."])


def _sentence(number: int, chance: random.Random) -> str:
    where = f"khoản {chance.randint(1, 6)} Điều {chance.randint(1, 60)} {_cited(number, chance)}"
    day = f"{chance.randint(1, 28)}/{chance.randint(1, 12)}/{2000 + chance.randint(0, 26)}"
    duty = chance.choice(_DUTIES)
    return duty.format(n=chance.randint(2, 60), where=where, cited=_cited(number, chance), day=day)


def _articles(number: int, chance: random.Random, count: int) -> str:
    """Articles with clauses and points, in chapters where there are many."""
    lines: list[str] = []
    for article in range(1, count + 1):
        if count > 12 and article % 9 == 1:
            lines.append(f"\nChương {_roman(article // 9 + 1)}\n{chance.choice(_MATTERS).upper()}")
        lines.append(f"\nĐiều {article}. {chance.choice(_MATTERS).capitalize()}")
        for clause in range(1, chance.randint(2, 6)):
            lines.append(f"{clause}. {_sentence(number, chance)}.")
            if chance.random() < 0.3:
                lines += [f"{letter}) {_sentence(number, chance)};" for letter in "abcd"[: chance.randint(2, 4)]]
    return "\n".join(lines)


def _roman(number: int) -> str:
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]


def _start(this: Head, article: int) -> str:
    day = this.date + dt.timedelta(days=45)
    return f"\nĐiều {article}. Hiệu lực thi hành\n{this.name} này có hiệu lực thi hành kể từ ngày {day:%d/%m/%Y}."


def _act(number: int, chance: random.Random, this: Head) -> str:
    count = min(120, int(chance.lognormvariate(3.6 if this.kind == "nghi-dinh" else 2.6, 0.6)) + 4)
    ended = f"\n{_cited(number, chance)} hết hiệu lực kể từ ngày {this.name} này có hiệu lực." if count % 3 == 0 else ""
    return f"{_grounds(number, chance)}\n{_articles(number, chance, count)}\n{_start(this, count + 1)}{ended}\n"


def _amending(number: int, chance: random.Random, this: Head) -> str:
    target = _cited(number, random.Random(number))
    lines = [f"Điều 1. Sửa đổi, bổ sung một số điều của {target}"]
    for clause in range(1, chance.randint(3, 14)):
        article = chance.randint(1, 50)
        lines.append(f"{clause}. Sửa đổi, bổ sung khoản {chance.randint(1, 5)} Điều {article} như sau:")
        lines.append(f"“{chance.randint(1, 5)}. {_sentence(number, chance)}.”.")
    lines.append(f"\nĐiều 2. Bãi bỏ khoản 2 Điều {chance.randint(51, 60)} của {target}.")
    return f"{_grounds(number, chance)}\n\n" + "\n".join(lines) + f"\n{_start(this, 3)}\n"


def _decision(number: int, chance: random.Random, this: Head) -> str:
    ended = f" và thay thế {_cited(number, chance)}" if chance.random() < 0.15 else ""
    middle = "\n".join(f"{line}. {_sentence(number, chance)}." for line in range(1, chance.randint(2, 9)))
    return (
        f"{_grounds(number, chance)}\n\nQUYẾT ĐỊNH:\n\nĐiều 1. {this.title.removeprefix('Về việc ').capitalize()}.\n"
        f"{middle}\n\nĐiều 2. {this.name} này có hiệu lực kể từ ngày ký{ended}.\n\nĐiều 3. Chánh Văn phòng, Giám đốc "
        f"các sở, Chủ tịch Ủy ban nhân dân huyện chịu trách nhiệm thi hành {this.name} này./.\n"
    )


def _letter(number: int, chance: random.Random, this: Head) -> str:
    office = chance.choice(_OFFICES)[0].capitalize()
    lines = [f"Kính gửi: Ủy ban nhân dân huyện {chance.choice(_DISTRICTS)}.\n", f"Thực hiện {_cited(number, chance)}, "
             f"{office} đề nghị đơn vị thực hiện một số nội dung sau:"]  # fmt: skip
    lines += [f"{line}. {_sentence(number, chance)}." for line in range(1, chance.randint(2, 7))]
    return "\n".join(lines) + "\n"


def _paper(number: int, chance: random.Random, this: Head) -> str:
    lines = [f"Thực hiện {_cited(number, chance)}, Ủy ban nhân dân tỉnh {this.name.lower()} như sau:"]
    for part in range(1, chance.randint(2, 6)):
        lines.append(f"\n{_roman(part)}. {chance.choice(_MATTERS).upper()}")
        for line in range(1, chance.randint(2, 8)):
            who = f"{chance.choice(_OFFICES)[0].capitalize()} chủ trì, phối hợp với các đơn vị liên quan. "
            lines.append(f"{line}. {who if chance.random() < 0.4 else ''}{_sentence(number, chance)}.")
    return "\n".join(lines) + "\n"


_BODIES: dict[str, Callable[[int, random.Random, Head], str]] = {
    "quyet-dinh": _decision, "cong-van": _letter, "thong-tu": _act, "nghi-dinh": _act, "nghi-quyet": _act,
    "sua-doi": _amending,
}  # fmt: skip
