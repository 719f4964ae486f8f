"""The shipped schemas are those of the answers, and the answers keep to them."""

import datetime as dt
import json
from pathlib import Path

import jsonschema
import msgspec

from vanban import pipeline
from vanban.api import Archive
from vanban.api.schemas import schemas
from vanban.exports.changes import ChangesJson
from vanban.exports.document import document
from vanban.exports.relations import effects_json, references_json
from vanban.rules import Rules

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"
DECISION = """BỘ SÔNG NGÒI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 901/2024/TT-BSN
Hà Nội, ngày 05 tháng 3 năm 2024
THÔNG TƯ
Quy định việc đo mực nước
Căn cứ Nghị định số 900/2023/NĐ-CP ngày 02 tháng 10 năm 2023 của Chính phủ;
Bộ trưởng Bộ Sông ngòi ban hành Thông tư quy định việc đo mực nước.
Điều 1. Phạm vi điều chỉnh
1. Thông tư này quy định việc đo mực nước theo điểm a khoản 2 Điều 4 Nghị định số 900/2023/NĐ-CP.
2. Việc đo lưu lượng:
a) Theo quy định tại khoản 1 Điều này;
b) Theo quy chuẩn.
Điều 2. Hiệu lực thi hành
Thông tư này có hiệu lực thi hành từ ngày 20 tháng 4 năm 2024 và thay thế Thông tư số 12/2010/TT-BSN./.
"""


def test_schemas_are_the_shipped_ones() -> None:
    shipped = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.schema.json")}
    assert shipped == schemas(), "run: python -m vanban.api.schemas docs/schemas"


SAMPLE = Path(__file__).parents[2] / "examples" / "tinh-song-lam"


def test_the_answers_over_an_archive_keep_to_their_schemas(tmp_path: Path) -> None:
    with Archive(tmp_path / "a.db") as archive:
        report = archive.add(SAMPLE)
        day = dt.date(2026, 11, 21)
        cited = archive.references("902/2018/NĐ-CP")
        answers = {
            "add": report,
            "overview": archive.overview(day),
            "status": archive.status("902/2018/NĐ-CP", on=day),
            "lineage": archive.lineage("902/2018/NĐ-CP"),
            "references": references_json(cited.work, cited.outgoing, cited.incoming, cited.faults),
            "effects": effects_json(archive.effects("902/2018/NĐ-CP")),
            "changes": ChangesJson(dt.date(2026, 5, 1), day, archive.changes(dt.date(2026, 5, 1), day)),
            "diff": archive.diff("902/2018/NĐ-CP", first=dt.date(2020, 1, 1), last=day),
            "blame": archive.text("902/2018/NĐ-CP", "Điều 5", on=day).units,
        }
    for name, answer in answers.items():
        schema = json.loads((FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.validate(json.loads(msgspec.json.encode(answer)), schema)


def test_a_parsed_document_keeps_to_its_schema(rules: Rules) -> None:
    parsed = pipeline.parse(DECISION.encode(), "tt.txt", rules)
    answer = json.loads(msgspec.json.encode(document(parsed, rules)))
    jsonschema.validate(answer, json.loads((FOLDER / "document.schema.json").read_text(encoding="utf-8")))
    assert answer["schema"] == "vanban/1"
    assert all(answer["text"][r["start"] : r["end"]] for r in answer["references"])
