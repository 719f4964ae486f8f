"""The sentences of the notes of an official consolidated text (Pháp lệnh 01/2012/UBTVQH13, Điều 13–17)."""

from collections.abc import Mapping

from vanban.consolidation.note import Cause, OfficialNote
from vanban.exports.act_naming import in_force, short_name, wordings
from vanban.model import Work
from vanban.rules import Rules
from vanban.timeline.naming import provision_name


def note_lines(note: OfficialNote, works: Mapping[str, Work], rules: Rules) -> tuple[str, ...]:
    """The paragraphs of a note, one thing after the other; quoted words keep their lines."""
    return tuple(line for cause in note.causes for line in _lines(cause, works[cause.act], rules))


def _lines(cause: Cause, act: Work, rules: Rules) -> list[str]:
    phrases = wordings(rules)
    if cause.kind == "grounds":
        return [phrases["grounds"].format(act=short_name(act)), *_quoted(cause.quote, rules)]
    if cause.kind == "implementing":
        names = [provision_name(eid, rules) for eid in cause.eids]
        articles = " và ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
        since = in_force(cause.since, rules)
        opening = phrases["implementing"].format(articles=articles, act=short_name(act), since=since)
        return [opening, *_quoted(cause.quote, rules)]
    return [_changed(cause, act, rules)]


def _changed(cause: Cause, act: Work, rules: Rules) -> str:
    phrases, effect = wordings(rules), cause.effect
    assert effect is not None  # only grounds and implementing articles have none
    done = phrases[f"done.{effect.verb}"].format(this=_this(cause, rules), old=effect.old or "", new=effect.new or "")
    clause = provision_name(effect.within, rules)
    told = done + phrases["by"].format(clause=clause, act=short_name(act), since=in_force(cause.since, rules))
    if cause.settled is None:
        return told
    return told + phrases["settled"].format(by=cause.settled.by, note=cause.settled.note)


def _this(cause: Cause, rules: Rules) -> str:
    phrases = wordings(rules)
    unit = next((row.vi for row in rules.unit_names if row.level == cause.level), "")
    if cause.kind == "heading":
        return phrases["this-heading"].format(unit=unit)
    if cause.kind == "paragraph" or not unit:
        return phrases["this-paragraph"]
    return phrases["this-unit"].format(unit=unit[:1].upper() + unit[1:])


def _quoted(words: str, rules: Rules) -> list[str]:
    quoted = wordings(rules)["quoted"].format(quote=words.strip())
    return [line.strip() for line in quoted.split("\n") if line.strip()]
