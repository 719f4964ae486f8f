"""Lists of ended documents in annexes: yearly announcements in the law's forms, repeals by a list; all invented."""

from tests.effects.reading import OWN, read, said
from vanban import pipeline
from vanban.rules import Rules

HEAD = """<html><body>
<table><tr><td>ỦY BAN NHÂN DÂN<br>TỈNH SƠN BÌNH</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc
</td></tr><tr><td>Số: 95/QĐ-UBND</td><td>Sơn Bình, ngày 20 tháng 01 năm 2026</td></tr></table>
<p>QUYẾT ĐỊNH</p><p>Về việc {title}</p>
<p>Căn cứ Luật Tổ chức chính quyền địa phương số 972/2025/QH15;</p><p>QUYẾT ĐỊNH:</p>
<p>Điều 1. {clause}</p><p>Điều 2. Quyết định này có hiệu lực kể từ ngày ký.</p>
<p>TM. ỦY BAN NHÂN DÂN</p><p>CHỦ TỊCH</p><p>(Đã ký)</p><p>Lê Văn Bến</p>
"""
COLUMNS = (
    "<tr><th>STT</th><th>Tên loại văn bản; cơ quan ban hành</th><th>Số, ký hiệu; ngày, tháng, năm ban hành văn bản</th>"
    "<th>{fourth}</th><th>Lý do hết hiệu lực, tạm ngưng hiệu lực</th><th>Ngày hết hiệu lực, tạm ngưng hiệu lực</th></tr>"
)
ANNOUNCED = HEAD.format(
    title="công bố Danh mục văn bản hết hiệu lực năm 2025",
    clause="Công bố kèm theo Quyết định này Danh mục văn bản quy phạm pháp luật hết hiệu lực năm 2025.",
)


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _read(page: str, rules: Rules) -> list[str]:
    parsed = pipeline.parse((page + "</body></html>").encode(), "list.html", rules)
    return [
        f"{line} {effect.start_on} {effect.grade}"
        for line, effect in zip(said(parsed), parsed.effects, strict=True)
        if effect.verb != "detail"
    ]


def test_rows_of_the_form_end_documents_from_their_day(rules: Rules) -> None:
    page = (
        ANNOUNCED
        + "<p>PHỤ LỤC I</p><p>DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT HẾT HIỆU LỰC, TẠM NGƯNG HIỆU LỰC TOÀN BỘ NĂM 2025</p>"
        + "<table>"
        + COLUMNS.format(fourth="Tên gọi của văn bản")
        + "<tr><td colspan=6>I. VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ</td></tr>"
        + _row("1", "Quyết định", "12/2015/QĐ-UBND ngày 05/3/2015", "Sửa đổi Quyết định số 3/2012/QĐ-UBND",
               "Được thay thế bởi Quyết định số 40/2025/QĐ-UBND", "01/7/2025")
        + _row("2", "Nghị quyết", "Số 07/2019/NQ-HĐND<br>ngày 10 tháng 7 năm 2019", "Phí qua phà", "Bị bãi bỏ", "")
        + "<tr><td colspan=6>II. VĂN BẢN NGƯNG HIỆU LỰC TOÀN BỘ</td></tr>"
        + _row("1", "Quyết định", "20/2020/QĐ-UBND ngày 09/9/2020", "Về phao", "Tạm ngưng", "15/9/2025")
        + "<tr><td colspan=6>Tổng số: 03 văn bản</td></tr></table>"
    )  # fmt: skip
    assert _read(page, rules) == [
        "announce-lapse 12/2015/QĐ-UBND * 2025-07-01 explicit",
        "announce-lapse 07/2019/NQ-HĐND * None candidate",
        "suspend 20/2020/QĐ-UBND * 2025-09-15 explicit",
    ]


def test_rows_that_name_provisions_end_those(rules: Rules) -> None:
    page = (
        ANNOUNCED
        + "<p>PHỤ LỤC I</p><p>DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT HẾT HIỆU LỰC, TẠM NGƯNG HIỆU LỰC MỘT PHẦN NĂM 2025</p>"
        + "<table>"
        + COLUMNS.format(fourth="Nội dung, quy định hết hiệu lực, tạm ngưng hiệu lực")
        + _row("1", "Quyết định", "31/2018/QĐ-UBND ngày 02/02/2018", "Điều 5; khoản 2 Điều 7", "Sửa đổi", "01/9/2025")
        + _row("2", "Quyết định", "32/2018/QĐ-UBND ngày 03/02/2018", "Các nội dung về giá", "Luật mới", "01/9/2025")
        + "</table>"
    )
    assert _read(page, rules) == [
        "announce-lapse 31/2018/QĐ-UBND Đ5 2025-09-01 explicit",
        "announce-lapse 31/2018/QĐ-UBND Đ7 k2 2025-09-01 explicit",
        "announce-lapse 32/2018/QĐ-UBND * 2025-09-01 candidate",
    ]


def test_a_list_in_a_plan_ends_nothing(rules: Rules) -> None:
    page = (
        HEAD.format(title="Kế hoạch rà soát văn bản", clause="Ban hành Kế hoạch rà soát văn bản năm 2026.")
        + "<p>PHỤ LỤC</p><p>DANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT HẾT HIỆU LỰC</p><table>"
        + COLUMNS.format(fourth="Tên gọi của văn bản")
        + _row("1", "Quyết định", "12/2015/QĐ-UBND ngày 05/3/2015", "Bến", "Thay thế", "01/7/2025")
        + "</table>"
    )
    assert _read(page, rules) == []


def test_lines_of_an_annex_are_repealed(rules: Rules) -> None:
    body = "Điều 1. Bãi bỏ các văn bản tại Phụ lục ban hành kèm theo Nghị định này.\n"
    after = (
        "PHỤ LỤC\nDANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT BỊ BÃI BỎ\n"
        "1. Nghị định số 902/2018/NĐ-CP ngày 05 tháng 3 năm 2018 về bến nước, sửa đổi Nghị định số 901/2017/NĐ-CP.\n"
        "2. Nghị định số 903/2019/NĐ-CP ngày 10 tháng 7 năm 2019 về phao.\n"
    )
    assert said(read(body, rules, OWN, after)) == ["repeal-work 902/2018/NĐ-CP *", "repeal-work 903/2019/NĐ-CP *"]
