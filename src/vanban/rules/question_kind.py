"""The table `question_kinds`: questions that acts answer in an article whose heading is set by custom."""

from vanban.rules.row import PatternRow


class QuestionKind(PatternRow, frozen=True, kw_only=True):
    """One kind: words of the question (`pattern`), and the headings of the articles that answer it (`heading`).

    Both are searched in folded words with one blank between them, no signs. `headings` are some that `heading` must
    find, `other_headings` some that it must not. `every_act`: an article of nearly every act, whatever it is about.
    """

    heading: str
    headings: tuple[str, ...]
    other_headings: tuple[str, ...] = ()
    every_act: bool = False
