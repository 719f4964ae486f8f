"""The system keeps documents, not records on persons (DESIGN §5): no table, index or answer is keyed by one."""

import re
from pathlib import Path

from vanban import pipeline
from vanban.archive.entry import entry_of
from vanban.archive.schema import metadata
from vanban.model import Parsed
from vanban.rules import Rules

NAME = "Nguyễn Văn Bến"
DECISION = f"""ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/2019/QĐ-UBND
Sông Lam, ngày 05 tháng 3 năm 2019
QUYẾT ĐỊNH
Về việc quản lý bến nước
Điều 1. Giao Sở Sông ngòi tổ chức thực hiện.
Điều 2. Quyết định này có hiệu lực từ ngày 20 tháng 3 năm 2019.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
{NAME}
"""
# What a column that holds a person would be called, in either language.
_PERSONAL = re.compile(r"signer|person|author|nguoi|user|name_of|full_?name", re.IGNORECASE)


def test_no_table_and_no_index_is_for_persons() -> None:
    for table in metadata.tables.values():
        for column in table.columns:
            assert not _PERSONAL.search(column.name), f"{table.name}.{column.name}"


def test_a_signer_is_printed_and_never_indexed(rules: Rules) -> None:
    parsed: Parsed = pipeline.parse(DECISION.encode(), "qd.txt", rules)
    assert [signer.name for signer in parsed.work.signers] == [NAME]
    entry = entry_of(parsed, rules)
    indexed = repr({name: getattr(entry, name) for name in entry.__struct_fields__ if name not in ("blob",)})
    for piece in (NAME, NAME.casefold(), "nguyen van ben", "nguyen-van-ben"):
        assert piece not in indexed


def test_the_identifier_of_a_work_names_bodies_only(rules: Rules) -> None:
    work = pipeline.parse(DECISION.encode(), "qd.txt", rules).work
    assert "nguyen" not in work.id and work.issuer.id.endswith("tinh-song-lam")


def test_no_program_file_makes_a_person_a_facet() -> None:
    """The printed names appear in one place of the model; nothing filters, counts or completes by them."""
    import vanban

    using = re.compile(r"\.signers\b|\bsigners\s*=")
    rooms = {
        path.relative_to(Path(vanban.__file__).parent).parts[0]
        for path in Path(vanban.__file__).parent.rglob("*.py")
        if using.search(path.read_text(encoding="utf-8"))
    }
    assert rooms <= {"identification", "exports", "model"}
