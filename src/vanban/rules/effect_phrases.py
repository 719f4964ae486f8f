"""The tables of effect wordings: `commencement_phrases`, `amending_phrases`, `ending_phrases`.

Their patterns are over folded text and may use blanks that the room `effects` fills: `{self}` the document speaking of
itself ("Nghị định này"), `{day}` a printed day, `{type}` a type of document. A space stands for one space or more.
"""

from typing import Literal

from vanban.model import Verb
from vanban.rules.row import PatternRow


class CommencementPhrase(PatternRow, frozen=True, kw_only=True):
    """How a document says when it starts. The pattern runs from the subject to the day.

    `starts` tells what the words give: "day" the day in the group `day`; "signing" and "passing" the document's own
    day; "days-after" that day and the group `days`; "not-computable" a start that the text alone does not date.
    """

    starts: Literal["day", "signing", "passing", "days-after", "not-computable"]


class AmendingPhrase(PatternRow, frozen=True, kw_only=True):
    """A verb that begins an instruction ("Bãi bỏ …"), or with `passive` one that ends it ("… được sửa đổi như sau").

    `unit`, `work` and `words` are the verbs of the effect on a provision, on a whole act, and on quoted words; None
    where the phrase does not act on such a thing.
    """

    unit: Verb | None = None
    work: Verb | None = None
    words: Verb | None = None
    passive: bool = False


class EndingPhrase(PatternRow, frozen=True, kw_only=True):
    """What a clause says of the force of what it has named before: "… hết hiệu lực", "… tiếp tục có hiệu lực".

    `in_part` where the words say that only a part is meant, and not which: a person must decide.
    """

    verb: Verb
    in_part: bool = False
