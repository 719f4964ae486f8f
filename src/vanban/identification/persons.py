"""Names of persons inside titles: read so that they can be left out of every key and index (DESIGN §5).

A title is shown as it is printed; what the archive files and searches it by is the title without the persons in it.
"""

import re

_CAPITAL = "A-ZĂĐĨŨƠƯ" + "".join(chr(code) for code in (*range(0xC0, 0xDE), *range(0x1EA0, 0x1EFA, 2)))
_WORD = rf"[{_CAPITAL}]\w*"
_FAMILY = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đoàn|Vương|Trịnh|Đinh|Lâm|Phùng|Mai|"
    "Tô|Trương|Hà|Tạ|Châu|Lương|Thái|Tăng|Quách|Cao|Kiều|Đàm|La|Chu|Triệu|Nông|Giàng|Vàng|Lò|Hứa|Mạc|Thạch|Kim|Sùng"
)
# Family names that are no other word, for titles in small letters.
_PLAIN = "nguyễn|trần|lê|phạm|huỳnh|phan|đặng|bùi|ngô|trịnh"
_GIVEN = rf"(?:\s+{_WORD}){{1,4}}"
_NAME = rf"(?:{_FAMILY}|{_FAMILY.upper()}){_GIVEN}(?!\w)"
_MORE = rf"(?:(?:\s*[,;]\s*|\s+(?i:và)\s+){_NAME})*"
# "đồng chí", perhaps a post, then a name that begins with a family name.
_BEHIND_A_POST = re.compile(
    rf"(?<!\w)(?P<post>(?i:ông|bà|đồng chí|đ/c)\s*:?\s+(?:[^\W\d_]+\s+){{0,10}}?){_NAME}{_MORE}"
)
# "ông", then any name at once; "Bà Rịa" is a place.
_BEHIND_A_TITLE = re.compile(
    r"(?<!\w)(?i:ông|bà|đồng chí|đ/c|cụ|anh|chị|cháu|liệt s[ĩỹ])\s*:?\s+"
    rf"(?:(?!(?i:rịa|việt)\b){_WORD}{_GIVEN}(?!\w){_MORE}|(?:{_PLAIN})(?:\s+[^\W\d_]+){{1,3}})"
)


def without_persons(words: str) -> str:
    """A title without the persons that it names: "kỷ luật ông Nguyễn Văn Mẫu, Phó Chủ tịch" -> "kỷ luật ông , Phó …".

    A person is told by the word of address before the name. Too much is left out rather than too little: these words
    are only looked up by, never shown.
    """
    return _BEHIND_A_TITLE.sub(" ", _BEHIND_A_POST.sub(r"\g<post>,", words))
