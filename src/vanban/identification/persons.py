"""Names of persons inside titles: read so that they can be left out of every key and index (decision 0016).

A title is shown as it is printed; what the archive files and searches it by is the title without the persons in it.
"""

import re
from functools import lru_cache

from vanban.orthography.capitals import CAPITALS

_WORD = rf"[{CAPITALS}](?:['’]?\w)*"  # "H'Yim" is one word
# A word of which only the first letter is a capital: in a line all of capitals every word looks like a name.
_NAME_LIKE = rf"[{CAPITALS}](?![{CAPITALS}])\w*"
_FAMILY = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đoàn|Vương|Trịnh|Đinh|Lâm|Phùng|Mai|"
    "Tô|Trương|Hà|Tạ|Châu|Lương|Thái|Tăng|Quách|Cao|Kiều|Đàm|La|Chu|Triệu|Nông|Giàng|Vàng|Lò|Hứa|Mạc|Thạch|Kim|Sùng"
)
# Family names that are no other word, for titles in small letters.
_PLAIN = "nguyễn|trần|lê|phạm|huỳnh|phan|đặng|bùi|ngô|trịnh"
_PLAINLY = rf"(?:(?:{_PLAIN})(?:\s+[^\W\d_]+){{1,3}}|(?:{_FAMILY.lower()})\s+(?:thị|văn)(?:\s+[^\W\d_]+){{1,2}})(?!\w)"
_GIVEN = rf"(?:\s+{_WORD}){{1,4}}"
_NAME = rf"(?:{_FAMILY}|{_FAMILY.upper()}){_GIVEN}(?!\w)"
_MORE = rf"(?:(?:\s*[,;]\s*|\s+(?i:và)\s+){_NAME})*"
# Words of address that are nearly nothing else, and those that are often part of another word: "công cụ hỗ trợ",
# "anh hùng", "tiếng Anh", "chị em". Behind the latter a word in capitals is a name only if it is a family's.
_SURE, _OFTEN_ELSE = ("ông", "bà", "đồng chí", "đ/c"), ("cụ", "anh", "chị", "cháu", "liệt sĩ", "liệt sỹ")
# "Bà Rịa", "bà mẹ Việt Nam anh hùng" and the like are no persons; nor is what is named after one: "núi Bà Đen".
_NOT_NAMED = r"(?!(?i:rịa|việt|mẹ)\b)"
_NO_PLACE = "".join(
    rf"(?<!(?i:{before})\s)" for before in ("sông", "núi", "chùa", "đền", "chợ", "cầu", "đường", "phố", "quận", "hai")
)
# "đồng chí", perhaps a post, then a name that begins with a family name.
_BEHIND_A_POST = re.compile(
    rf"(?<!\w){_NO_PLACE}(?P<post>(?i:{'|'.join(_SURE)})\s*:?\s+(?:[^\W\d_]+\s+){{0,10}}?){_NAME}{_MORE}"
)
# "ông", then any name at once.
_BEHIND_A_TITLE = re.compile(
    rf"(?<!\w){_NO_PLACE}(?:"
    rf"(?i:{'|'.join(_SURE)})\s*:?\s+(?:{_NOT_NAMED}{_WORD}{_GIVEN}(?!\w){_MORE}|[{CAPITALS}]['’]\w+|{_PLAINLY})|"
    rf"(?i:{'|'.join(_OFTEN_ELSE)})\s*:?\s+(?:{_NAME}{_MORE}|{_NAME_LIKE}{_GIVEN}(?!\w){_MORE}|{_PLAINLY}))"
)
# In lists of persons (citizenship, pardon, awards) no word of address stands, but the day of birth does.
_BORN = re.compile(rf"(?<!\w){_NAME}(?=\s*[,;:(–-]{{0,2}}\s*(?i:sinh\s+(?:ngày|năm))(?!\w))")
# What an act about a person does, and the titles that people bear: behind them a family name and two words more are a
# person; in capitals, where every word begins so, only a family name that is no other word.
_ACTS = (
    "đối với|cho|của|bổ nhiệm|miễn nhiệm|điều động|tiếp nhận|tuyển dụng|kỷ luật|khen thưởng|truy tặng|xử phạt|"
    "bác sĩ|dược sĩ|kỹ sư|luật sư|cử nhân|thạc sĩ|tiến sĩ|giáo sư"
)
_DEGREES = r"(?i:(?:gs|pgs|tskh|ts|ths|bs|ks|ls|cn)\.)"
_PERHAPS = re.compile(
    rf"(?:{_FAMILY}|{_PLAIN.upper()}|H['’]|K['’]|Y['’])(?:(?<=['’])\w+{_GIVEN}?|(?:\s+{_WORD}){{2,4}})(?!\w)"
)
_ACT_BEFORE = re.compile(rf"(?<!\w)(?:{_ACTS}|{_ACTS.upper()}|{_DEGREES})\s*:?\s+\Z")
_LONGEST_ACT = 20
_SPOKEN = (*(f" {word.replace('/', ' ')} " for word in (*_SURE, *_OFTEN_ELSE[:4])), " liệt s", " sinh n")


@lru_cache(maxsize=1024)  # a title is asked for the keys of its work, for its row and for what points at it
def without_persons(words: str) -> str:
    """A title without the persons that it names: "kỷ luật ông Nguyễn Văn Mẫu, Phó Chủ tịch" -> "kỷ luật ông , Phó …".

    A person is told by the word of address, the act or the title before the name, or the day of birth behind it. Too
    much is left out rather than too little: these words are only looked up by, never shown.
    """
    addressed = _BORN.sub(" ", _BEHIND_A_TITLE.sub(" ", _BEHIND_A_POST.sub(r"\g<post>,", words)))
    return _PERHAPS.sub(_unless_other, addressed)


def _unless_other(name: re.Match[str]) -> str:
    """What stays of a perhaps name: nothing behind an act or a title (asked here: capitals are rarer than "của")."""
    before = name.string[max(0, name.start() - _LONGEST_ACT) : name.start()]
    return "," if _ACT_BEFORE.search(before) else name[0]


def perhaps_names_somebody(words: str) -> bool:
    """Whether anything by which `without_persons` tells a person is among `words` (small letters, a blank on each side
    of each, no signs): most texts have nothing of it, and stay as they are.
    """
    words = words.replace(" cụ thể ", " ")
    return any(spoken in words for spoken in _SPOKEN)
