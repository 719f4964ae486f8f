"""When an effect begins and stops, in the words after its verb, as half-open days; and what it leaves out.

"kể từ ngày X" begins on X; "đến hết ngày X" stops before X + 1; "đến trước ngày X" stops before X.
"""

import datetime as dt
import re

import msgspec

from vanban.effects import dates
from vanban.effects.acts import Acts
from vanban.effects.wording import Wording
from vanban.model import Work

_FROM = re.compile(rf"[\s,]*(?:(?:ke\s+)?tu\s+(?:(?:luc|thoi diem)\s+)?(?:0?0\s*gio\s+)?|vao\s+)?(?P<day>{dates.DAY})")
_OWN_DAY = re.compile(
    r"[\s,]*(?:ke\s+)?tu\s+(?:ngay|khi|thoi diem)\s+(?:duoc\s+)?(?:ky|ban hanh|thong qua|quoc hoi thong "
    r"qua)\b(?:\s+ban hanh)?"
)
_WHEN = re.compile(
    r"[\s,]*(?:(?:ke\s+)?tu\s+(?:ngay|thoi diem|khi|luc)|khi|cung (?:ngay|thoi diem)(?: voi)?|tai thoi "
    r"diem)\s+(?:ma\s+|cac\s+)?"
)
_STARTS = re.compile(r"[^;.\n~]{0,240}?\bco\s+hieu luc(?:\s+thi hanh|\s+phap luat)?")
_IN_BRACKETS = re.compile(rf"\s*\((?:la\s+)?(?:(?:ke\s+)?tu\s+)?(?P<day>{dates.DAY})\s*\)")
_THROUGH = re.compile(
    rf"[\s,]*(?:va\s+)?(?:keo dai\s+|thuc hien\s+|cho\s+)*den\s+(?P<edge>het\s+|truoc\s+|cuoi\s+)?(?P<day>{dates.DAY})"
)
_UNTIL = re.compile(r"[\s,]*(?:cho\s+)?den\s+(?:khi|thoi diem|ngay|luc|het)\s+[^.;\n~]+")
# "… hết hiệu lực sau thời hạn chuyển tiếp quy định tại Điều 8", "… theo quy định của Nghị định số …".
_OTHERWISE = re.compile(
    r"[\s,]*(?:sau (?:khi|thoi (?:han|gian|diem)|mot|\d)|theo (?:quy dinh|lo trinh)|neu|khi het|tai thoi diem)\s"
    r"[^.;\n~]+"
)
# "Trong thời gian Nghị quyết này có hiệu lực, …": the document's own time is the effect's.
WHILE = re.compile(r"trong thoi gian[^.;\n]{3,80}co hieu luc")
_EXCEPT = re.compile(r"[\s,(]*(?:\btru\b|ngoai tru\b)")
# "… hết hiệu lực kể từ ngày …; riêng các quy định về … hết hiệu lực từ kỳ tính thuế năm 2026".
_APART = re.compile(
    r"\s*[;,.]\s*(?P<said>rieng\s+(?:doi voi\s+)?(?:(?:cac|nhung)\s+)?"
    r"(?:quy dinh|noi dung|dieu|khoan|diem|muc|phu luc|truong hop)\b)"
)
_SHORTEST = 3  # "trừ"; most often only a stop is left


class When(msgspec.Struct, frozen=True):
    """The days that a clause gives its effect, half-open; None: from the acting provision's own start / no end.

    `condition` and `exception` are the words that say what no day says; `end` is where the words of time end.
    """

    start_on: dt.date | None = None
    end_before: dt.date | None = None
    condition: str | None = None
    exception: str | None = None
    end: int = 0


def read(wording: Wording, acts: Acts, work: Work, at: int, end: int, upto: int, *, said: bool = False) -> When:
    """The time that the words from `at` on give. `end` closes the sentence; an exception may run on to `upto`.

    With `said` they follow words that say what becomes of something: what else stands there is a condition.
    """
    when = When(end=at)
    if end - at < _SHORTEST:
        return when
    folded, content = wording.folded, wording.content
    change = msgspec.structs.replace
    while True:
        position = when.end
        if when.end_before is None and (match := _THROUGH.match(folded, position, end)):
            day = dates.read(match.group("day"))
            inclusive = match.group("edge") is None or not match.group("edge").startswith("truoc")
            if day is not None:
                day += dt.timedelta(days=1 if inclusive else 0)
            when = change(when, end_before=day, end=match.end())
        elif when.start_on is None and (match := _FROM.match(folded, position, end)):
            when = change(when, start_on=dates.read(match.group("day")), end=match.end())
        elif match := _OWN_DAY.match(folded, position, end):
            when = change(when, start_on=work.date, end=match.end())
        elif (opening := _WHEN.match(folded, position, end)) and (match := _STARTS.match(folded, opening.end(), end)):
            own = (act := acts.at(opening.end())) is not None and act.own
            bracket = _IN_BRACKETS.match(folded, match.end(), end)
            finish = bracket.end() if bracket else match.end()
            when = change(
                when,
                start_on=dates.read(bracket.group("day")) if bracket else when.start_on,
                condition=when.condition if own else content[opening.start() : finish].strip(" ,"),
                end=finish,
            )
        elif match := _UNTIL.match(folded, position, end):
            when = change(when, condition=content[position : match.end()].strip(" ,"), end=match.end())
        elif said and position == at and (match := _OTHERWISE.match(folded, at, end)):
            when = change(when, condition=content[at : match.end()].strip(" ,"), end=match.end())
        else:
            break
    left_out = _EXCEPT.match(folded, when.end, end)
    # "trừ", not "trữ" or "trú".
    if left_out is not None and "trừ" in content[left_out.start() : left_out.end()].lower():
        words = content[left_out.start() : upto].strip(" ,(\n").rstrip(" .;/\n")
        when = change(when, exception=words, end=end)
    elif (apart := _APART.match(folded, when.end, end)) is not None:
        when = change(when, exception=content[apart.start("said") : end].strip().rstrip(" .;/\n"), end=end)
    return when
