"""The table `question_phrases`: the words that make a sentence a question and say nothing of its matter."""

from vanban.rules.row import PatternRow


class QuestionPhrase(PatternRow, frozen=True, kw_only=True):
    """Words at the beginning or the end of a question, folded; what is left when they go is what is looked for."""
