"""Small ordering documents for the tests: a body under a head, read by the whole pipeline."""

from vanban import pipeline
from vanban.model import Source, Task, Text
from vanban.rules import Rules

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {symbol}
Sông Lam, ngày 03 tháng 9 năm 2026
{type}
Bảo đảm an toàn bến nước trong mùa mưa lũ
"""
TAIL = """Nơi nhận:
- Như trên;
- Lưu: VT, SN.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)
Lê Văn Bến
"""
LEAD = "Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị thực hiện một số nội dung sau:\n"


def tasks(body: str, rules: Rules, symbol: str = "12/CT-UBND", kind: str = "CHỈ THỊ") -> tuple[Task, ...]:
    """The tasks of a directive (or another document) with this body."""
    content = HEAD.format(symbol=symbol, type=kind) + body + TAIL
    parsed = pipeline.parse_text(Text(content, Source("", "text/plain")), (), rules)
    for task in parsed.tasks:
        assert 0 <= task.start < task.end <= len(content)
        assert not task.within or any(unit.eid == task.within for unit in parsed.provisions)
    return parsed.tasks


def said(found: tuple[Task, ...]) -> list[str]:
    """One line a task: who leads, who joins, by when."""
    lines = []
    for task in found:
        limit = task.deadline
        when = f" @ {limit.start_on or ''}..{limit.end_before or ''} {limit.recurs or ''}".rstrip() if limit else ""
        lines.append(" | ".join(task.lead) + (" + " + " | ".join(task.join) if task.join else "") + when)
    return lines
