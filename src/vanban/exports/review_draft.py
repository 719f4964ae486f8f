"""Sentences for the faults of a draft, from the tables `draft_rules` and `findings`."""

from vanban.exports.messages import Blanks, Language, label, sentence
from vanban.review.drafting import Draft, Fault
from vanban.rules import Rules


def fault_sentence(fault: Fault, rules: Rules, language: Language) -> str:
    """What is wrong, what to do, and by which rule; a rule that no jurist has confirmed says so."""
    row = next((row for row in rules.draft_rules if row.id == fault.rule), None)
    if row is None:
        return sentence(fault.rule, fault.details, rules, language)
    said, advice = (row.vi, row.advice_vi) if language == "vi" else (row.en, row.advice_en)
    blanks = Blanks({"quote": fault.quote, **fault.details})
    words = ". ".join(part.format_map(blanks) for part in (said, advice) if part)
    unreviewed = "" if fault.reviewed else f"; {label('draft', 'unreviewed', rules, language)}"
    return f"{words} ({fault.basis}{unreviewed})"


def _quotes(fault: Fault, rules: Rules, language: Language) -> bool:
    """Whether the sentence of the fault's rule holds its words already."""
    row = next((row for row in rules.draft_rules if row.id == fault.rule), None)
    return row is not None and "{quote}" in (row.vi if language == "vi" else row.en)


def draft_lines(draft: Draft, rules: Rules, language: Language) -> list[str]:
    """The answer for a terminal: a line for each fault, then what was not checked for want of a source."""
    severity = {each: label("severity", each, rules, language) for each in ("error", "warning", "info")}
    lines = [
        f"[{severity[fault.severity]}] {fault_sentence(fault, rules, language)}"
        + (f" — “{' '.join(fault.quote.split())[:100]}”" if fault.quote and not _quotes(fault, rules, language) else "")
        for fault in draft.faults
    ]
    for part in draft.unchecked:
        lines.append(
            label("draft", "no-source", rules, language).format(part=label("draft-part", part, rules, language))
        )
    if not draft.archive:
        lines.append(label("draft", "no-archive", rules, language))
    return lines
