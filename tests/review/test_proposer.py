"""On whose proposal a document was made, and so which ministry reviews it."""

import pytest

from vanban.review.proposer import proposer_of
from vanban.rules import Rules


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("Theo đề nghị của Bộ trưởng Bộ Y tế;", "bo-y-te"),
        ("Theo đề nghị của Bộ trưởng Bộ Nông nghiệp và Môi trường;", "bo-nong-nghiep-va-moi-truong"),
        ("Theo đề nghị của Bộ trưởng Bộ Khoa học và Công nghệ tại Tờ trình số 12/TTr-BKHCN;", "bo-khoa-hoc-va-cong-nghe"),
        ("Theo đề nghị của Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch;", "bo-van-hoa-the-thao-va-du-lich"),
        ("Xét đề nghị của Bộ trưởng Bộ Giáo dục và Đào tạo và Bộ trưởng Bộ Nội vụ;", "bo-giao-duc-va-dao-tao"),
        ("Theo đề nghị của Bộ trưởng Bộ Dân tộc và Tôn giáo;", "bo-dan-toc-va-ton-giao"),
        ("Theo đề nghị của Bộ trưởng Bộ Sông ngòi và Bộ trưởng Bộ Nội vụ;", "bo-song-ngoi"),  # in no table
        ("Theo đề nghị của Giám đốc Công ty A;", ""),
        ("Bộ Y tế đã xem xét đề nghị của Bộ trưởng Bộ Nội vụ;", ""),  # told, not a line of the grounds
    ],
)  # fmt: skip
def test_the_longest_name_counts(line: str, body: str, rules: Rules) -> None:
    content = f"NGHỊ ĐỊNH\nCăn cứ Luật Bến nước;\n{line}\nĐiều 1. Phạm vi\n"
    assert proposer_of(content, rules) == body
