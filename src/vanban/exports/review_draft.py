"""Sentences for the faults of a draft, from the tables `draft_rules` and `findings`."""

from vanban.exports.messages import Language, label, sentence
from vanban.review.drafting import Draft, Fault
from vanban.rules import Rules


def fault_sentence(fault: Fault, rules: Rules, language: Language) -> str:
    """What is wrong, what to do, and by which rule; a rule that no jurist has confirmed says so."""
    row = next((row for row in rules.draft_rules if row.id == fault.rule), None)
    if row is None:
        return sentence(fault.rule, fault.details, rules, language)
    said, advice = (row.vi, row.advice_vi) if language == "vi" else (row.en, row.advice_en)
    words = ". ".join(part.format_map(_Quoted(fault)) for part in (said, advice) if part)
    unreviewed = "" if fault.reviewed else f"; {label('draft', 'unreviewed', rules, language)}"
    return f"{words} ({fault.basis}{unreviewed})"


class _Quoted(dict[str, str]):
    """The blanks of a sentence: the details of the fault, and its words."""

    def __init__(self, fault: Fault) -> None:
        super().__init__({"quote": fault.quote, **fault.details})

    def __missing__(self, key: str) -> str:
        return f"{{{key}}}"


def draft_lines(draft: Draft, rules: Rules, language: Language) -> list[str]:
    """The answer for a terminal: a line for each fault, then what was not checked for want of a source."""
    severity = {each: label("severity", each, rules, language) for each in ("error", "warning", "info")}
    lines = [
        f"[{severity[fault.severity]}] {fault_sentence(fault, rules, language)}"
        + (f" — “{' '.join(fault.quote.split())[:100]}”" if fault.quote and "{quote}" not in fault.rule else "")
        for fault in draft.faults
    ]
    for part in draft.unchecked:
        lines.append(
            label("draft", "no-source", rules, language).format(part=label("draft-part", part, rules, language))
        )
    if not draft.archive:
        lines.append(label("draft", "no-archive", rules, language))
    return lines
