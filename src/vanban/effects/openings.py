"""What stands between a verb and what it acts on, where that is not named at once: headings, lists, matters.

Patterns over folded text, tried where the verb ends or a sentence begins.
"""

import re

# "Bộ luật" is no "bỏ".
_VERBS = r"(?:sua doi|bo sung|thay the|bai bo|huy bo|dinh chinh|thay|bo(?! luat\b)|sua)"
_THING = (
    r"(?:noi dung|quy dinh|dieu khoan|dieu|khoan|diem|tiet|muc|chuong|phan|phu luc|mau bieu|bieu mau|mau "
    r"so|mau|bieu|cum tu|tu ngu|tu|"
    r"cum|so|van ban|ten goi|ten|tieu de|tieu muc|cau|doan|gach dau dong)(?!\w|\s*:?\s*\"|\s+(?:so\s+)?"
    r"(?:\d|[ivx]+\b|\(|[a-np-z]\d?(?:\W|$)))"
)
_TOKEN = rf"(?:(?:,|;|va|cua cac|tai cac|cua|tai)?\s*(?:{_VERBS}|mot so|cac|nhung|{_THING})(?=[\s,])\s*)"
_UNIT = (
    r"(?:dieu|khoan|diem|tiet|muc|chuong|phan|phu luc|mau bieu|bieu mau|mau)(?=\s*,|\s+(?:va|tai|cua|trong|thuoc)\s)"
)
_UNITS = rf"{_UNIT}(?:\s*,\s*(?:va\s+)?{_UNIT}|\s+va\s+{_UNIT})+"
# "một số điều, khoản của", "điều, điểm và biểu mẫu tại", "tên Điều và một số khoản của",
# "một số cụm từ, bãi bỏ một số khoản của"
UMBRELLA = re.compile(
    rf"\s*{_TOKEN}*?(?:(?:(?:,|va)\s*)?(?:mot so|cac|nhung|noi dung|ten)\s+{_THING}|(?:cum tu|tu ngu|cac "
    rf"tu)(?=\s*,|\s+(?:va|tai|cua|trong)\b)|{_UNITS})\s*{_TOKEN}*"
    r"(?:quy dinh\s+)?(?:(?:cua|tai|trong|thuoc|kem theo|ban hanh kem theo)\s+|lien quan[^.;:\n]{0,60}?(?:tai|cua)\s+)?"
)
PLACES_FOLLOW = re.compile(
    r"\s*(?:tai|trong|cua)\s*:\s*$|"
    r"\s*(?:tai|trong|cua)\s+(?:cac\s+|mot so\s+)?(?:dieu|khoan|diem|muc|quy dinh|luat|van ban|noi dung)"
    r"[^.;:\"~\n\d]{0,60}?\s*(?:sau(?:\s+day)?)?\s*:\s*$"
)
LIST_FOLLOWS = re.compile(
    r"\s*(?:toan bo\s+)?(?:cac|nhung|mot so|\d+)\s+(?:van ban|quy dinh|noi dung|nghi dinh|thong tu|quyet "
    r"dinh|luat|nghi quyet|dieu|khoan|phu luc|dieu khoan)"
    r"(?:[ ,]+(?!so \d|nhu sau)[a-z-]+){0,12}?\s*(?:sau(?: day)?|duoi day|gom|bao gom)?\s*:?\s*$"
)
GENERIC_SUBJECT = re.compile(
    r"\s*(?:cac|nhung|mot so)\s+(?:van ban|quy dinh|noi dung|nghi dinh|thong tu|quyet dinh|dieu|khoan|"
    r"luat|dieu khoan)[^.;:\"~]{0,90}?\s(?=(?:se |deu |cung |bi |chinh thuc )*(?:het|cham dut|khong con|"
    r"co|tiep tuc|tam ngung|ngung)\s|(?:se |deu |cung )*(?:duoc|bi) (?:bai bo|huy bo)\b)"
)
WHAT_CHANGES = re.compile(
    r"[^.;:\"~\n]{1,140}?\b(?:tai|cua|trong)\s+(?=(?:cac\s+)?(?:ten|diem|khoan|dieu|muc|phu luc|doan|mau|"
    r"tiet|chuong|gach)\b)"
)
_ABOUT = (
    r"(?P<matter>(?:(?:cac|nhung|mot so|toan bo)\s+)?(?:noi dung|quy dinh)(?:\s+quy dinh)?\s+(?:ve|lien "
    r"quan (?:den|toi)|co lien quan)\b"
    r"(?:(?!het hieu luc|bai bo|thay the)[^.;:\"~\n]){3,240}?)\s+(?:tai|trong|cua)"
)
# The same over a list: "… tại các điều, khoản của các luật sau đây:", "… tại:".
MATTER_OF_LIST = re.compile(
    rf"\s*{_ABOUT}(?:\s+(?:cac|nhung)\s+(?:dieu|khoan|luat|van ban)[^.;:\"~\n\d]{{0,60}})?\s*:\s*$"
)
MATTER_OF_SUBJECT = re.compile(
    rf"\s*{_ABOUT}\s+(?:cac|nhung)\s+(?:dieu|khoan|luat|van ban)[^.;:\"~\n\d]{{0,60}}?(?:sau|sau day|duoi "
    rf"day)(?=\s+(?:deu |cung )?(?:het|cham dut|khong con))"
)
