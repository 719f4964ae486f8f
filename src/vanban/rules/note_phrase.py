"""The table `note_phrases`: how a note of an official consolidated text says what was changed."""

from vanban.model import Verb
from vanban.rules.row import PatternRow


class NotePhrase(PatternRow, frozen=True, kw_only=True):
    """One way to say it; `verb` is what was done. Rows are tried in order, the first that fits decides.

    The clause and the act follow the words "theo quy định tại" (Pháp lệnh 01/2012/UBTVQH13, Điều 14–16).
    """

    verb: Verb
