"""An archive of a few invented acts: one amended, one suspended for a while, one that names a person."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from vanban.api import Archive

LAW = """QUỐC HỘI
Luật số: 901/2017/QH14
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
LUẬT
BẾN NƯỚC
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Bến nước.
Điều 1. Phạm vi điều chỉnh
Luật này quy định việc quản lý, khai thác và bảo vệ bến nước trên sông, hồ; việc thu, nộp và sử dụng các khoản thu tại
bến; trách nhiệm của người đi thuyền, của chủ thuyền và của các cơ quan nhà nước có thẩm quyền ở mọi cấp.
Điều 2. Đăng ký bến
1. Chủ bến đăng ký với Ủy ban nhân dân xã trong 30 ngày.
2. Hồ sơ đăng ký gồm đơn và sơ đồ luồng lạch.
Điều 3. Lệ phí
Lệ phí neo đậu do Bộ Tài chính quy định.
Điều 4. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2018.
Luật này được Quốc hội khóa XIV thông qua ngày 20 tháng 11 năm 2017.
"""
AMENDING = """QUỐC HỘI
Luật số: 915/2020/QH14
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT BẾN NƯỚC
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Bến nước số 901/2017/QH14.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Bến nước số 901/2017/QH14
1. Sửa đổi, bổ sung khoản 1 Điều 2 như sau:
“1. Chủ bến đăng ký qua cổng điện tử trong 10 ngày.”
Điều 2. Trách nhiệm thi hành
Chính phủ, các cơ quan và tổ chức có liên quan trong phạm vi nhiệm vụ, quyền hạn của mình chịu trách nhiệm thi hành.
Điều 3. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2021.
Luật này được Quốc hội khóa XIV thông qua ngày 18 tháng 6 năm 2020.
"""
CIRCULAR = """BỘ TÀI CHÍNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2019/TT-BTC
Hà Nội, ngày 05 tháng 3 năm 2019
THÔNG TƯ
Quy định mức thu lệ phí neo đậu
Điều 1. Mức thu
Mức thu lệ phí neo đậu là 20.000 đồng một ngày đêm; hoá đơn giao cho chủ thuyền.
Điều 2. Hiệu lực thi hành
Thông tư này có hiệu lực từ ngày 20 tháng 4 năm 2019.
"""
DECISION = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 15/QĐ-UBND
Sông Lam, ngày 05 tháng 3 năm 2019
QUYẾT ĐỊNH
Về việc khen thưởng ông Nguyễn Văn Bến
Điều 1. Khen thưởng ông Nguyễn Văn Bến vì thành tích nạo vét luồng lạch.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Mẫu
"""
# Attached to a decision of three articles: a regulation with articles of its own, in chapters.
REGULATION = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 16/2019/QĐ-UBND
Sông Lam, ngày 05 tháng 3 năm 2019
QUYẾT ĐỊNH
Ban hành Quy định về bến khách ngang sông
Điều 1. Ban hành kèm theo Quyết định này Quy định về bến khách ngang sông.
Điều 2. Quyết định này có hiệu lực từ ngày 20 tháng 3 năm 2019.
Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Mẫu
QUY ĐỊNH
Về bến khách ngang sông
(Ban hành kèm theo Quyết định số 16/2019/QĐ-UBND)
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
Quy định này áp dụng đối với bến khách ngang sông.
Chương II
ĐƯA KHÁCH QUA SÔNG
Điều 4. Giờ đưa khách
Bến đưa khách từ 5 giờ.
Điều 5. Áo phao
1. Mỗi khách có một áo phao.
2. Chủ bến kiểm tra áo phao.
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, words in (("law", LAW), ("amending", AMENDING), ("circular", CIRCULAR), ("decision", DECISION)):
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    return folder


@pytest.fixture
def archive(papers: Path, tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "a.db") as opened:
        opened.add(papers, workers=1)
        yield opened
