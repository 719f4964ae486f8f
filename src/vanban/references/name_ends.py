"""Where the name of an act ends that no table knows: at its number, day or year, else at what no name holds."""

import re

from vanban.orthography import fold

# The end of an unknown name: its number, day or year; before that it may hold commas ("Phòng, chống …").
_UNTIL_FACT = re.compile(
    r"[^;.:()\n\"\[\]]{3,120}?"
    r"(?=,?(?: so)? [0-9]+/(?:19|20)[0-9]{2}/|,? so [0-9]+[/-]|,? ngay [0-9]|,? nam [12][0-9]{3})"
)
_UNTIL_STOP = re.compile(
    r"[^,;.:()\n\"\[\]/“”]{2,80}?(?=[,;.:()\n\"\[\]/“”]|$|\s(?:số(?=:?\s*\d)|năm|ngày|này|và|hoặc|được|đã|quy định"
    r"|về|theo|tại|có|thì|là|khi|trong|do|để|của|mà|như|với|cho|không|phải|cũng|hiện hành|sửa đổi|đến|từ|còn|nhằm|ở"
    r"|bao gồm|gồm|sau|trước|hết|bị|cùng)(?!\w))",
    re.IGNORECASE,
)
# "Luật Hỗ trợ doanh nghiệp nhỏ và vừa": one small word after "và" that begins nothing else is the name's last.
_GOES_ON = re.compile(
    r"\svà\s(?!(?:các|những|pháp|quy|hướng|văn|theo|được|có|không|phải|điều|khoản|điểm|mục|chương|một|cam|yêu|thực|áp|luật"
    r"|bộ|nghị|thông|quyết|chỉ|hiến|lệnh|đã|đang|sẽ|tại|về|do|để|với|từ|trên|trong|là|tiêu|giấy|hồ|nội|căn|chịu|bảo đảm"
    r"|phù|báo|gửi|mọi|nhiều|hai|ba|chế|tổ|cơ|người|việc)(?!\w))[^\W\d_]+"
    r"(?=[,;.:()\n\"]|$|\s(?:và|hoặc|số|năm|ngày|này|được|đã|quy định|có|thì|là|để|đối với)(?!\w))"
)
SIGN = re.compile(r"(?:\s?\((?:luat|bo luat|phap lenh)\s|,?\s)(?:so:?\s?)?(?=[0-9])", re.ASCII)
_CAPITALS = "".join(
    letter for code in range(0x41, 0x1EF9) if (letter := chr(code)).isupper() and fold(letter).isalpha()
)
# After such a comma the name is over: another act, or a clause.
_OVER = re.compile(rf",\s*(?:[{_CAPITALS}]|(?:có|được|đã|để|do|nếu|theo|khi|trừ|bao gồm|gồm|trong|tại|yêu cầu)(?!\w))")
# What no name holds before its day or year, as spelled: "tài sản" is no "tại", "cơ quan điều tra" no article.
_ACT_OR_UNIT = (
    r"(?<!pháp )luật(?! sư)|pháp lệnh|nghị định|nghị quyết|thông tư|quyết định|quy định|khoản(?= \d)|điều(?= \d)"
)
_STOPS_INSIDE = re.compile(rf" (?:này|được|theo|tại|số(?=:? ?\d)|{_ACT_OR_UNIT})(?!\w)", re.IGNORECASE)
_STOPS_INSIDE_BASIS = re.compile(rf" (?:này|được|số(?=:? ?\d)|{_ACT_OR_UNIT})(?!\w)", re.IGNORECASE)
# A law's own number ends its name, whatever stands in it: "… làm việc ở nước ngoài theo hợp đồng số 72/2006/QH11".
OWN_NUMBER = re.compile(r",?(?: so:?)? ?[0-9]{1,4}/(?:19|20)[0-9]{2}/(?:qh|ubtvqh|pl)")
_STOPS_BEFORE_ITS_NUMBER = re.compile(
    rf" (?:này|được|theo (?:quy định|luật|bộ luật|nghị)|{_ACT_OR_UNIT})(?!\w)", re.IGNORECASE
)
# Words that a name in small letters does not begin with: "10 Luật có liên quan đến an ninh, trật tự số …".
_NO_NAME = ("có ", "này ", "về ", "của ", "số ", "số: ", "được ", "và ", "nêu ", "trên ", "liên quan ")
_LONGEST_NAME = 120
# A line of legal bases names one act and closes: "Căn cứ Luật Thi đua, khen thưởng;".
_BASIS = "can cu "
_UNTIL_BASIS = re.compile(r"[^;.:()\n\"\[\]“”]{3,120}?(?=;|\n|$|,? (?:đã )?được sửa đổi| và các văn bản)")
_SERIES = re.compile(r"/(?:qh|ubtvqh|pl-)")
_SERIES_GOES_ON = re.compile(r"[-\w]*")
_NOT_ITS_NAME = re.compile(r" của (?:quốc hội|ủy ban thường vụ)|\bngày\b", re.IGNORECASE)


def unknown_end(content: str, folded: str, start: int, name_at: int) -> int | None:
    """The end of the unknown name at `name_at`, of an act whose type word begins at `start`; None for no name."""
    end = _at_fact(content, folded, start, name_at)
    if end is not None or not content[name_at : name_at + 1].isupper():
        return end
    whole = _UNTIL_BASIS.match(content, name_at) if folded.endswith(_BASIS, 0, start) else None
    if whole is not None and not _over(_STOPS_INSIDE_BASIS, content, name_at, whole.end()):
        return whole.end()
    stop = _UNTIL_STOP.match(content, name_at)
    if stop is None:
        return None
    more = _GOES_ON.match(content, stop.end())
    return more.end() if more is not None and more.group().islower() else stop.end()


def number_beyond(content: str, folded: str, start: int, name_at: int, end: int) -> str:
    """The number that closes a longer name than the known one at `name_at`, which ends at `end`; "" for none.

    "Luật Đầu tư theo phương thức đối tác công tư số 64/2020/QH14" is no "Luật Đầu tư", nor does a comma end "Luật Công
    nghiệp quốc phòng, an ninh và động viên công nghiệp số 38/2024/QH15".
    """
    if folded[end : end + 1] not in (" ", ",") or _SERIES.search(folded, end, end + _LONGEST_NAME + 20) is None:
        return ""
    whole = _at_fact(content, folded, start, name_at) if SIGN.match(folded, end) is None else None
    if whole is None or whole <= end or _NOT_ITS_NAME.search(content, end, whole) is not None:
        return ""
    number = OWN_NUMBER.match(folded, whole)
    if number is None:
        return ""
    rest = _SERIES_GOES_ON.match(content, number.end())
    return content[number.start() : rest.end() if rest else number.end()].rsplit(" ", 1)[-1]


def _at_fact(content: str, folded: str, start: int, name_at: int) -> int | None:
    """Where the number, day or year of the name stands, if nothing before it says that the name ended earlier.

    In small letters only its own number proves a name. In a line of legal bases what stands before the day is the name.
    """
    stop = _UNTIL_FACT.match(folded, name_at)
    if stop is None:
        return None
    numbered = OWN_NUMBER.match(folded, stop.end()) is not None
    if not content[name_at].isupper() and (not numbered or content.startswith(_NO_NAME, name_at)):
        return None
    basis = folded.endswith(_BASIS, 0, start)
    stops = _STOPS_BEFORE_ITS_NUMBER if numbered else _STOPS_INSIDE_BASIS if basis else _STOPS_INSIDE
    return None if _over(stops, content, name_at, stop.end()) else stop.end()


def _over(stops: re.Pattern[str], content: str, name_at: int, end: int) -> bool:
    return stops.search(content, name_at - 1, end) is not None or _OVER.search(content, name_at, end) is not None
