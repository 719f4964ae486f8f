"""The system keeps documents, not records on persons (decision 0016): no table, index or answer is keyed by one."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from vanban import pipeline
from vanban.archive import Store, add, find_works, open_archive, works
from vanban.archive.entry import entry_of
from vanban.archive.schema import metadata, target_keys, targets, work_keys
from vanban.archive.schema import works as works_table
from vanban.identification.persons import without_persons
from vanban.model import Parsed
from vanban.review.following import TaskQuestion, follow
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


ABOUT_A_PERSON = (
    f"Về việc kỷ luật cảnh cáo đối với ông {NAME}",
    f"VỀ VIỆC KỶ LUẬT CẢNH CÁO ĐỐI VỚI ÔNG {NAME.upper()}",
    f"Về việc kỷ luật cảnh cáo đối với đồng chí Phó Chủ tịch Ủy ban nhân dân xã {NAME}",
    f"Về việc kỷ luật cảnh cáo các ông Lê Mẫu Một, {NAME} và Trần Mẫu Hai",
)


@pytest.mark.parametrize("title", ABOUT_A_PERSON)
@pytest.mark.parametrize("number", ["", "Số: 15/QĐ-UBND\n"])
def test_a_person_in_a_title_is_no_key(title: str, number: str, rules: Rules, tmp_path: Path) -> None:
    """Neither the identifier, nor a catalogue key, nor the searched words hold the name; the printed title does."""
    content = DECISION.replace("Số: 15/2019/QĐ-UBND\n", number).replace("Về việc quản lý bến nước", title)
    (tmp_path / "in.txt").write_text(content.replace(f"CHỦ TỊCH\n{NAME}", "CHỦ TỊCH\nLê Văn Mẫu"), encoding="utf-8")
    with open_archive(tmp_path / "vanban.db") as store:
        assert add(store, [tmp_path / "in.txt"], rules, workers=1).added == 1
        (work,) = works(store)
        assert NAME.casefold() in work.title.casefold()
        for words in (f"ông {NAME}", NAME, "nguyen van ben"):
            assert find_works(store, words) == ()
        assert find_works(store, "kỷ luật cảnh cáo") == (work,)
        for name in _keys(store):
            assert not {"nguyen", "nguyễn"} & set(re.split(r"[\W_]+", name.casefold())), name


def _keys(store: Store) -> list[str]:
    columns = (works_table.c.id, works_table.c.folded, work_keys.c.key, targets.c.key, target_keys.c.key)
    with store.reading() as connection:
        return [value for column in columns for (value,) in connection.execute(select(column))]


def test_two_printings_of_a_title_give_one_identifier(rules: Rules) -> None:
    """The digest that stands for a title is blind to case, and different titles differ."""
    content = DECISION.replace("Số: 15/2019/QĐ-UBND\n", "")
    small, capital, other = (
        pipeline.parse(content.replace("Về việc quản lý bến nước", title).encode(), "qd.txt", rules).work.id
        for title in (*ABOUT_A_PERSON[:2], "Về việc khen thưởng")
    )
    assert small == capital != other


ADDRESSES = ("ông", "bà", "đồng chí", "đ/c", "cụ", "anh", "chị", "cháu", "liệt sĩ", "liệt sỹ")


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("letters", [str, str.lower, str.upper, str.title])
@pytest.mark.parametrize("name", ["Nguyễn Thị Mơ", "Hoàng Văn Mơ"])
def test_every_word_of_address_tells_a_person(address: str, letters: Callable[[str], str], name: str) -> None:
    assert "mơ" not in without_persons(letters(f"về việc trợ cấp {address} {name}")).lower()


@pytest.mark.parametrize("words", ["1. Hoàng Thị Mơ, sinh ngày 05/3/1980 tại Sông Lam", "Lê Văn Mơ (sinh năm 1980)"])
def test_a_day_of_birth_tells_a_person(words: str) -> None:
    assert "Mơ" not in without_persons(words)


@pytest.mark.parametrize(
    ("title", "left"),
    [
        ("kỷ luật đối với Nguyễn Văn Mẫu", "kỷ luật đối với ,"),
        ("Xóa án tích cho Trần Thị Mẫu", "Xóa án tích cho ,"),
        ("bổ nhiệm ThS. Nguyễn Văn Mẫu", "bổ nhiệm ThS. ,"),
        ("bổ nhiệm bác sĩ Nguyễn Văn Mẫu làm Giám đốc", "bổ nhiệm bác sĩ , làm Giám đốc"),
        ("kỷ luật bà H'Yim Kđoh", "kỷ luật  "),
        ("ông K'Brôi", " "),
        ("KỶ LUẬT ĐỐI VỚI NGUYỄN VĂN MẪU", "KỶ LUẬT ĐỐI VỚI ,"),
    ],
)
def test_an_act_or_a_title_before_the_name_tells_a_person(title: str, left: str) -> None:
    assert without_persons(title) == left


@pytest.mark.parametrize(
    "title",
    [
        "Quy hoạch tỉnh Bà Rịa - Vũng Tàu", "Hỗ trợ chị em phụ nữ huyện Lê Thủy", "Phát triển Thành phố Hồ Chí Minh",
        "QUẢN LÝ CÔNG CỤ HỖ TRỢ VÀ VŨ KHÍ", "QUY ĐỊNH CỤ THỂ DANH MỤC HỒ SƠ", "DANH HIỆU ANH HÙNG LAO ĐỘNG",
        "BÀ MẸ VIỆT NAM ANH HÙNG", "Quận Hai Bà Trưng Hà Nội", "Khu du lịch núi Bà Đen Tây Ninh",
        "Phân bổ vốn cho Lê Thủy", "ĐỐI VỚI KIM LOẠI QUÝ CỦA LÝ LỊCH TƯ PHÁP",
    ],
)  # fmt: skip
def test_places_and_things_stay_in_the_words_that_are_searched(title: str) -> None:
    assert without_persons(title) == title


def test_no_program_file_makes_a_person_a_facet() -> None:
    """The printed names appear in one place of the model; nothing filters, counts or completes by them."""
    import vanban

    using = re.compile(r"\.signers\b|\bsigners\s*=")
    root = Path(vanban.__file__).parent
    files = [path.relative_to(root) for path in root.rglob("*.py") if using.search(path.read_text(encoding="utf-8"))]
    # the check of a draft asks only whether it is signed at all
    rooms = {path.parts[0] for path in files if path.parts != ("review", "draft_form.py")}
    assert rooms <= {"identification", "exports", "model"}


def test_a_person_in_an_order_is_no_body_of_a_task(rules: Rules, tmp_path: Path) -> None:
    """Who leads or joins is a body or a post; nothing finds, filters or lists a task by the name of a person."""
    order = f"Điều 1. Giao Phó Thủ tướng {NAME} chỉ đạo, phối hợp với ông {NAME} tổ chức thực hiện."
    (tmp_path / "in.txt").write_text(DECISION.replace("Điều 1. Giao Sở Sông ngòi tổ chức thực hiện.", order))
    with open_archive(tmp_path / "vanban.db") as store:
        assert add(store, [tmp_path / "in.txt"], rules, workers=1).added == 1
        everything = follow(store, TaskQuestion(on=dt.date(2026, 1, 1)), rules).tasks
        assert [task.lead for task in everything] in ([], [("Phó Thủ tướng",)])
        assert not any(NAME in name for task in everything for name in task.join)
        assert follow(store, TaskQuestion(on=dt.date(2026, 1, 1), body=NAME), rules).tasks == ()
