"""The table `end_reasons`: the cases in which the law says that a document ends, with the article of each regime."""

from vanban.rules.row import Row


class EndReason(Row, frozen=True, kw_only=True):
    """One case under the laws of `regimes`; `basis` is the article where it is known.

    `vi` is the reason as a statutory list (Nghị định 79/2025/NĐ-CP, Mẫu 01, note 3) prints it.
    """

    case: str
    regimes: tuple[str, ...]
    vi: str
    en: str
