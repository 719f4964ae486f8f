"""The one file that knows the order of the per-document stages.

Pure: no storage, no clock, no other document; the same bytes and tables give the same value.
"""

from vanban import effects, identification, reading, references, structure, tasks
from vanban.model import Parsed, Text
from vanban.model.finding import Finding
from vanban.rules import Rules


def parse(data: bytes, name: str, rules: Rules) -> Parsed:
    """Everything that the per-document stages say of one file. Raises SourceError where nothing can be read."""
    text, findings = reading.read(data, name, rules)
    return parse_text(text, findings, rules)


def parse_text(text: Text, findings: tuple[Finding, ...], rules: Rules) -> Parsed:
    """The same from a text that has been read; `findings` are those of the reading."""
    work, of_work = identification.identify(text, rules)
    provisions, of_structure = structure.parse(text, work, rules)
    pointers, of_references = references.find(text, work, provisions, rules)
    found, force, of_effects = effects.find(text, work, provisions, pointers, rules)
    return Parsed(
        text=text,
        work=work,
        provisions=provisions,
        references=pointers,
        effects=found,
        force=force,
        tasks=tasks.find(text, work, provisions, rules, force.start_on),
        findings=(*findings, *of_work, *of_structure, *of_references, *of_effects),
    )
