"""Small acts for the tests: clauses under a head, read by the whole pipeline; what is found, in a lawyer's short hand."""

from vanban import pipeline
from vanban.model import Effect, Parsed, Source, Text
from vanban.rules import Rules

HEAD = """CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 950/2024/NĐ-CP
Hà Nội, ngày 15 tháng 3 năm 2024
NGHỊ ĐỊNH
{title}
"""
TAIL = """Nơi nhận:
- Lưu: VT.
TM. CHÍNH PHỦ
THỦ TƯỚNG
(Đã ký)
Lê Văn Bến
"""
AMENDING = "Sửa đổi, bổ sung một số điều của Nghị định số 902/2018/NĐ-CP về bến nước"
OWN = "Quy định về bến nước"
_SHORT = {"article": "Đ", "clause": "k", "point": "đ", "chapter": "Ch", "section": "M", "appendix": "PL", "form": "mẫu",
          "heading": "tên", "title": "tên văn bản", "paragraph": "đoạn", "sentence": "câu", "part": "Ph"}  # fmt: skip


def read(body: str, rules: Rules, title: str = AMENDING, after: str = "") -> Parsed:
    """The document that has this body under a head, and a signature; `after` it may stand appendices."""
    return pipeline.parse_text(
        Text(HEAD.format(title=title) + body + TAIL + after, Source("", "text/plain")), (), rules
    )


def place(effect: Effect) -> str:
    """As in "Đ5 k2 đa" of the target; "*" for the whole act."""
    units = effect.target.provision
    return " ".join(_SHORT.get(unit.level, unit.level) + unit.num for unit in units) or "*"


def said(parsed: Parsed) -> list[str]:
    """One line an effect: verb, act, place."""
    return [
        f"{effect.verb} {effect.target.symbol or effect.target.relative or '?'} {place(effect)}"
        for effect in parsed.effects
    ]
