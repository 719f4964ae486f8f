"""What a head prints becomes an identity; the samples are ours, of an invented province and ministry."""

import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.identification import identify
from vanban.model import Finding, Repair, Source, Text, Work
from vanban.rules import load

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def read(content: str, **changes: object) -> tuple[Work, tuple[Finding, ...]]:
    """The identity of a text of ours."""
    source = Source(sha256="ab" * 32, media_type="text/plain")
    return identify(Text(content=content, source=source, **changes), load())  # type: ignore[arg-type]


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """The codes of findings, in order."""
    return [finding.code for finding in findings]


DECREE = f"""CHÍNH PHỦ
-------
{MOTTO}
Số: 12/2031/NĐ-CP
Hà Nội, ngày 05 tháng 02 năm 2031
NGHỊ ĐỊNH
QUY ĐỊNH VIỆC TRỒNG HOA
TRONG THÀNH PHỐ
Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;
Theo đề nghị của Bộ trưởng Bộ Xây dựng;
Chính phủ ban hành Nghị định quy định việc trồng hoa trong thành phố.
Điều 1. Phạm vi
Nghị định này quy định việc trồng hoa.
Điều 2. Hiệu lực
Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2031./.
Nơi nhận:
- Các bộ, cơ quan ngang bộ;
- Lưu: VT.
TM. CHÍNH PHỦ
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG
(Đã ký)
Lê Văn Mẫu
"""


def test_a_decree() -> None:
    """Every part of an ordinary decree, with evidence that quotes it, and no findings."""
    work, findings = read(DECREE)
    assert findings == ()
    assert work.id == "/akn/vn/act/nghi-dinh/chinh-phu/2031-02-05/12-2031-nd-cp"
    assert (work.family, work.type, work.symbol, work.number, work.year) == (
        "state", "nghi-dinh", "12/2031/NĐ-CP", "12", 2031
    )  # fmt: skip
    assert (work.issuer.id, work.issuer.name, work.place) == ("chinh-phu", "CHÍNH PHỦ", "Hà Nội")
    assert work.date == dt.date(2031, 2, 5)
    assert work.title == "Quy định việc trồng hoa trong thành phố"
    assert work.normative is True and work.complete
    assert work.signers[0].name == "Lê Văn Mẫu"
    assert work.signers[0].capacity == "TM. CHÍNH PHỦ; KT. THỦ TƯỚNG; PHÓ THỦ TƯỚNG"
    assert work.recipients == ("Các bộ, cơ quan ngang bộ", "Lưu: VT")
    assert [DECREE[basis.start : basis.end][:21] for basis in work.legal_bases] == [
        "Căn cứ Luật Tổ chức C",
        "Căn cứ Luật Đất đai n",
    ]
    assert DECREE[work.evidence.symbol.start : work.evidence.symbol.end] == "12/2031/NĐ-CP"  # type: ignore[union-attr]
    assert DECREE[work.evidence.date.start : work.evidence.date.end].startswith("ngày 05")  # type: ignore[union-attr]
    assert {signal.kind for signal in work.evidence.signals} == {"header", "symbol", "signing-prefix", "final-mark"}


def test_the_order_of_the_columns_does_not_matter() -> None:
    """Nghị định 30/2020/NĐ-CP lays the head out in two columns; files read them in any order."""
    head = ["CHÍNH PHỦ", MOTTO, "Số: 12/2031/NĐ-CP", "Hà Nội, ngày 05 tháng 02 năm 2031"]
    body = DECREE[DECREE.index("NGHỊ ĐỊNH\n") :]
    expected = read(DECREE)[0].id
    for order in ((0, 2, 1, 3), (0, 1, 3, 2), (2, 0, 1, 3)):
        assert read("\n".join(head[index] for index in order) + "\n" + body)[0].id == expected
    side_by_side = f"{head[0]}\t{head[1]}\n{head[2]}     {head[3]}\n{body}"
    assert read(side_by_side)[0].id == expected
    in_one_line = " ".join(head).replace("\n", " ") + " " + body.replace("\n", " ", 1)
    assert read(in_one_line)[0].id == expected


def test_a_law_is_dated_by_its_passing_and_named_by_its_type() -> None:
    """Laws print no place and date in the head; they are cited by the day on which they were passed."""
    work, _ = read(
        f"QUỐC HỘI\n{MOTTO}\nLuật số: 7/2031/QH17\nLUẬT\nTRỒNG HOA\nCăn cứ Hiến pháp;\nQuốc hội ban hành Luật Trồng hoa.\n"
        "Điều 1. Phạm vi\nLuật này quy định việc trồng hoa.\n"
        "Luật này được Quốc hội khóa XVII, kỳ họp thứ 2 thông qua ngày 20 tháng 11 năm 2031.\nCHỦ TỊCH QUỐC HỘI\nTrần Thị Mẫu\n"
    )
    assert work.id == "/akn/vn/act/luat/quoc-hoi/2031-11-20/7-2031-qh17"
    assert (work.title, work.type_name, work.date) == ("Luật Trồng hoa", "Luật", dt.date(2031, 11, 20))
    assert work.signers[0].capacity == "CHỦ TỊCH QUỐC HỘI"


def test_a_dispatch_of_a_department_under_a_province() -> None:
    """The first group of its symbol is the body; the unit and blanks are no fault; the place is in the issuer's id."""
    work, findings = read(
        f"UBND TỈNH LÀO CAI\nSỞ TƯ PHÁP\n{MOTTO}\nSố:       /STP-XDVB\nV/v rà soát văn bản\nvề trồng hoa\n"
        "Lào Cai, ngày     tháng 3 năm 2031\nKính gửi:\n- Các sở, ban, ngành;\n- UBND các xã, phường.\n"
        "Sở Tư pháp đề nghị các cơ quan rà soát./.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nGIÁM ĐỐC\nPhạm Văn Mẫu\n"
    )
    assert (work.type, work.issuer.id, work.number, work.year) == ("cong-van", "so-tu-phap-tinh-lao-cai", "", 2031)
    assert work.title == "Rà soát văn bản về trồng hoa"
    assert work.recipients == ("Các sở, ban, ngành", "UBND các xã, phường", "Như trên", "Lưu: VT")
    assert codes(findings) == ["date-missing", "symbol-blank"]
    assert re.fullmatch("/akn/vn/doc/cong-van/so-tu-phap-tinh-lao-cai/0000/[0-9a-f]{12}", work.id)


def test_the_subject_of_a_dispatch_ends_at_its_address() -> None:
    """The "V/v" may stand under the date, right above "Kính gửi"."""
    work, _ = read(
        f"BỘ TÀI CHÍNH\nCỤC THUẾ\n{MOTTO}\nSố: 9/CT-CS\nHà Nội, ngày 03/3/2031\nV/v hoàn thuế\nKính gửi: - Công ty Hoa,\n- Ông A.\n"
        "Cục Thuế trả lời./.\nKT. CỤC TRƯỞNG\nPHÓ CỤC TRƯỞNG\nLê Văn Mẫu\n"
    )
    assert (work.title, work.recipients) == ("Hoàn thuế", ("Công ty Hoa", "Ông A"))
    assert (work.type, work.issuer.id) == ("cong-van", "cuc-thue")


def test_local_issuers_carry_their_place() -> None:
    """Numbers repeat in 34 provinces: the place is part of the identity; an ended province keeps its own."""

    def decision(place: str, date: str) -> Work:
        return read(
            f"ỦY BAN NHÂN DÂN\n{place}\n{MOTTO}\nSố: 05/{date[-4:]}/QĐ-UBND\n{place.title()}, {date}\nQUYẾT ĐỊNH\n"
            "Về việc trồng hoa\nỦY BAN NHÂN DÂN\nCăn cứ Luật Tổ chức chính quyền địa phương;\nQUYẾT ĐỊNH:\nĐiều 1. Trồng hoa./.\n"
        )[0]

    assert decision("TỈNH HÀ TĨNH", "ngày 1 tháng 3 năm 2031").issuer.id == "ubnd-tinh-ha-tinh"
    assert decision("TỈNH YÊN BÁI", "ngày 1 tháng 3 năm 2020").issuer.id == "ubnd-tinh-yen-bai"
    assert decision("THÀNH PHỐ HỒ CHÍ MINH", "ngày 1 tháng 3 năm 2031").issuer.id == "ubnd-thanh-pho-ho-chi-minh"


def test_a_party_regulation_is_told_from_a_decision_by_its_title() -> None:
    """QĐ of the Party is quyết định and quy định (Quy định 399-QĐ/TW); its layout is the Party's."""
    work, findings = read(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nĐẢNG CỘNG SẢN VIỆT NAM\n-----\nSố 9- QĐ/TW\nHà Nội, ngày 19 tháng 5 năm 2031\nQUY ĐỊNH\n"
        "VỀ PHÔNG HOA CỦA ĐẢNG\n-----\n- Căn cứ Điều lệ Đảng;\nBan Bí thư quy định về phông hoa của Đảng như sau:\n"
        "Điều 1. Hoa\nHoa của Đảng.\nNơi nhận:\n- Các tỉnh ủy,\n- Lưu Văn phòng Trung ương Đảng.\nT/M BAN BÍ THƯ\nNgô Văn Mẫu\n"
    )
    assert findings == ()
    assert (work.family, work.type, work.symbol) == ("party", "quy-dinh", "9-QĐ/TW")
    assert work.symbol_printed == "9- QĐ/TW"
    assert work.title == "Về phông hoa của Đảng"
    assert work.id == "/akn/vn/doc/quy-dinh/ban-chap-hanh-trung-uong/2031-05-19/9-qd-tw"


def test_signals_that_disagree_are_a_finding() -> None:
    """A State head over a Party symbol and a Party signature."""
    _, findings = read(DECREE.replace("12/2031/NĐ-CP", "12-QĐ/TU").replace("TM. CHÍNH PHỦ", "T/M BAN THƯỜNG VỤ"))
    assert "family-disagreement" in codes(findings)


def test_a_head_that_denies_the_symbol_is_a_finding() -> None:
    """Two of three voices win: symbol and enacting line against a head set by a wrong template."""
    work, findings = read(
        DECREE.replace("12/2031/NĐ-CP", "12/2031/TT-BXD").replace("NGHỊ ĐỊNH\n", "THÔNG TƯ\n")
        .replace("Chính phủ ban hành Nghị định", "Bộ trưởng Bộ Xây dựng ban hành Thông tư")
        .replace("TM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG", "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG")
    )  # fmt: skip
    assert work.issuer.id == "bo-xay-dung"
    assert codes(findings) == ["issuer-disagreement"]


def test_dates() -> None:
    """Figures, blanks, a day that no calendar has, and a year that denies the symbol."""
    assert read(DECREE.replace("ngày 05 tháng 02 năm 2031", "ngày 5/2/2031", 1))[0].date == dt.date(2031, 2, 5)
    assert codes(read(DECREE.replace("ngày 05 tháng 02", "ngày    tháng  ", 1))[1]) == ["date-missing"]
    assert codes(read(DECREE.replace("ngày 05 tháng 02", "ngày 30 tháng 02", 1))[1]) == ["date-impossible"]
    assert codes(read(DECREE.replace("tháng 02 năm 2031", "tháng 02 năm 2030", 1))[1]) == ["year-disagreement"]


def test_a_translation_is_tied_to_its_act() -> None:
    """English text; the symbol gets its đ back."""
    work, findings = read(
        "DECREE\nDecree No. 12/2031/ND-CP of February 5, 2031, on planting flowers\nTHE GOVERNMENT\n"
        "Pursuant to the Law on Organization of the Government;\nDECREES:\nArticle 1. This Decree applies to the planting of "
        "flowers in the cities, and to all persons who plant them.\n"
    )
    assert (work.language, work.translation_of, work.date) == ("en", "12/2031/NĐ-CP", dt.date(2031, 2, 5))
    assert work.type == "nghi-dinh" and work.issuer.id == "chinh-phu"
    assert codes(findings) == ["translation"]


def test_a_consolidated_text_is_not_its_base_act() -> None:
    """It prints the name, the enacting line and the signature of the act that it consolidates."""
    work, findings = read(
        f"VĂN PHÒNG QUỐC HỘI\n{MOTTO}\nSố: 3 /VBHN-VPQH\nHà Nội, ngày 1 tháng 8 năm 2031\nLUẬT\nTRỒNG HOA\n"
        "Luật Trồng hoa số 7/2031/QH17 ngày 20 tháng 11 năm 2030 của Quốc hội, được sửa đổi, bổ sung bởi:\n1. Luật số 9/2031/QH17;\n"
        "Quốc hội ban hành Luật Trồng hoa[1].\nĐiều 1. Phạm vi\nLuật này quy định việc trồng hoa.\n"
    )
    assert (work.type, work.symbol, work.issuer.id) == ("van-ban-hop-nhat", "3/VBHN-VPQH", "van-phong-quoc-hoi")
    assert work.title == "Luật Trồng hoa"
    assert "issuer-disagreement" not in codes(findings)


@pytest.mark.parametrize(
    "content",
    [
        "Gặp mặt kỷ niệm ngày trồng hoa\nSáng 5/2, tại Hà Nội đã diễn ra buổi gặp mặt. Nghị định số 12/2031/NĐ-CP được nhắc đến.",
        "Phụ lục\nDANH MỤC LOÀI HOA\n(Kèm theo Quyết định số      /QĐ-UBND ngày    tháng    năm 2031)\nSTT\nTên hoa",
        "Điều 15. Hồ sơ\n1. Hồ sơ gồm đơn và hoa.",
        "",
    ],
    ids=["article", "appendix", "extract", "empty"],
)
def test_what_is_no_document_gets_no_identity(content: str) -> None:
    """News, loose appendices and extracts: type "" and a finding, never a false identity."""
    work, findings = read(content)
    assert (work.type, work.family, work.symbol) == ("", "other", "")
    assert "no-identity" in codes(findings)
    assert "abababababab" in work.id


def test_a_missing_head_is_made_good_by_the_appendices() -> None:
    """The line in brackets at the head of an appendix names the document that it belongs to."""
    body = DECREE[DECREE.index("NGHỊ ĐỊNH\n") :]
    appendix = "Phụ lục I\nDANH MỤC HOA\n(Kèm theo Nghị định số 12/2031/NĐ-CP ngày 05 tháng 02 năm 2031 của Chính phủ)\nHoa hồng\n"
    work, findings = read(body + appendix)
    assert work.id == read(DECREE)[0].id
    assert codes(findings) == ["identity-from-appendix"]
    other = appendix.replace("12/2031", "13/2031")
    assert "symbol-missing" in codes(read(body + appendix + other)[1])


def test_a_page_caption_speaks_only_where_the_head_is_missing() -> None:
    """The page's own line is used with a warning, and never against a printed head."""
    caption = "\nCông văn 8/BXD-HOA ngày 5/2/2031 về trồng hoa do Bộ Xây dựng ban hành\n"
    chrome = (Repair(0, 0, "page-chrome", caption),)
    work, findings = read("Kính gửi: Các sở.\nBộ Xây dựng đề nghị trồng hoa./.\n", repairs=chrome)
    assert (work.symbol, work.date, work.issuer.id) == ("8/BXD-HOA", dt.date(2031, 2, 5), "bo-xay-dung")
    assert codes(findings) == ["identity-from-caption"]
    assert read(DECREE, repairs=chrome)[0].symbol == "12/2031/NĐ-CP"


def test_a_cut_act_is_not_complete() -> None:
    """No signature, no closing mark, no closing sentence: nothing may be concluded from what is missing."""
    work, findings = read(DECREE[: DECREE.index("Điều 2.")])
    assert not work.complete
    assert "text-incomplete" in codes(findings)


def test_joint_circulars_have_several_issuers_and_signers() -> None:
    """The symbol lists the bodies."""
    work, _ = read(
        f"BỘ Y TẾ - BỘ CÔNG THƯƠNG\n{MOTTO}\nSố: 20/2013/TTLT-BYT-BCT\nHà Nội, ngày 01 tháng 8 năm 2013\nTHÔNG TƯ LIÊN TỊCH\n"
        "Về hoa ăn được\nCăn cứ Luật An toàn thực phẩm;\nĐiều 1. Hoa\nHoa ăn được./.\nKT. BỘ TRƯỞNG BỘ CÔNG THƯƠNG\nTHỨ TRƯỞNG\n"
        "Lê Thị Một\nKT. BỘ TRƯỞNG BỘ Y TẾ\nTHỨ TRƯỞNG\nLê Văn Hai\n"
    )
    assert work.type == "thong-tu-lien-tich"
    assert work.issuer.id == "bo-y-te--bo-cong-thuong"
    assert [signer.name for signer in work.signers] == ["Lê Thị Một", "Lê Văn Hai"]


def test_fields_have_a_grade_and_a_reason() -> None:
    """Words of the title are explicit; a căn cứ alone is a candidate; unknown is empty."""
    work, _ = read(DECREE)
    assert [(field.id, field.grade) for field in work.fields] == [("dat-dai", "candidate")]
    assert read(DECREE.replace("Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;\n", ""))[0].fields == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(DECREE.split("\n")), max_size=30))
def test_any_order_of_lines_is_read_without_harm(lines: list[str]) -> None:
    """Never a crash; every span lies in the text and quotes something."""
    content = "\n".join(lines)
    work, findings = read(content)
    evidence = work.evidence
    for span in (evidence.type, evidence.symbol, evidence.issuer, evidence.date, evidence.place, evidence.title):
        assert span is None or (0 <= span.start < span.end <= len(content))
    for finding in findings:
        assert 0 <= finding.start <= finding.end <= len(content)
    assert work.id.startswith("/akn/vn/")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_without_harm(content: str) -> None:
    """Never a crash on arbitrary characters."""
    assert read(content)[0].id.startswith("/akn/vn/")


def test_a_head_in_small_letters() -> None:
    """Capitals were a matter of the font in TCVN3 files: the whole head comes in small letters."""
    work, findings = read(
        "Bộ tài chính          cộng hoà xã hội chủ nghĩa việt nam\n-----        Độc lập - Tự do - Hạnh phúc\n"
        "Số:  99/ 1998/TT-BTC\nHà nội, ngày  14   tháng  7   năm 1998\nthông tư\nHướng dẫn trồng hoa\nvà tưới hoa.\n____\n"
        "Căn cứ Luật Trồng hoa;\nĐiều 1. Hoa\nTrồng hoa./.\n"
    )
    assert work.id == "/akn/vn/act/thong-tu/bo-tai-chinh/1998-07-14/99-1998-tt-btc"
    assert work.title == "Hướng dẫn trồng hoa và tưới hoa"
    assert findings == ()


def test_older_acts_print_their_number_in_the_title() -> None:
    """The type, then "của Chính phủ số … ngày …", then the title, without any other head."""
    work, _ = read(
        "Nghị định\ncủa Chính phủ số 5/1998/NĐ-CP ngày 11 tháng 5 năm 1998\nvề việc trồng hoa\nChính phủ\n"
        "Căn cứ Luật Tổ chức Chính phủ;\nNghị định:\nĐiều 1. Trồng hoa./.\n"
    )
    assert work.id == "/akn/vn/act/nghi-dinh/chinh-phu/1998-05-11/5-1998-nd-cp"
    assert work.title == "Về việc trồng hoa"


def test_an_attached_regulation_is_a_part_of_its_decision() -> None:
    """It has no number of its own and does not take that of the decision."""
    work, findings = read(
        f"ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n{MOTTO}\nQUY ĐỊNH\nVề trồng hoa\n"
        "(Ban hành kèm theo Quyết định số 5/2031/QĐ-UBND ngày 1 tháng 2 năm 2031 của UBND tỉnh Cà Mau)\n"
        "Điều 1. Hoa\nTrồng hoa.\n"
    )
    assert (work.type, work.symbol, work.complete) == ("quy-dinh", "", False)
    assert "attached-document" in codes(findings)


def test_a_form_is_no_dispatch() -> None:
    """A form is addressed to an office, but nobody signs, closes or sends it."""
    work, findings = read(f"Mẫu số 5/HOA-TC\n{MOTTO}\nĐƠN ĐỀ NGHỊ\nKính gửi: Sở Hoa\nTên tổ chức: ……\nĐịa chỉ: ……\n")
    assert (work.type, codes(findings)) == ("", ["no-identity"])


def test_the_type_of_a_translation_is_that_of_its_symbol() -> None:
    """A "Circular" over the symbol of a decree: the word is the translator's, and the difference is told."""
    work, findings = read(
        "THE GOVERNMENT\nNo. 5/2031/ND-CP\nHanoi, May 1, 2031\nCIRCULAR\n"
        "On the growing of flowers in the towns and the parks of the country\n"
        "Pursuant to the Law on the Organization of the Government;\n"
        "Article 1. Scope\nThis Decree provides for the growing of flowers in the towns and on the roads.\n"
    )
    assert work.id == "/akn/vn/act/nghi-dinh/chinh-phu/2031-05-01/5-2031-nd-cp/eng"
    assert codes(findings) == ["translation", "type-disagreement"]


def test_the_symbol_of_an_amended_act_does_not_tie_a_translation() -> None:
    """Only a number that the translation gives itself."""
    work, _ = read(
        "DECREE\nAmending the Government's Decree No. 5/2010/ND-CP of May 1, 2010, on the planting of flowers\n"
        "THE GOVERNMENT\nPursuant to the Law on Organization of the Government;\nDECREES:\nArticle 1. To amend the decree.\n"
    )
    assert work.language == "en" and work.translation_of is None
