"""An answer about force in sentences, each with the clause that it rests on. The wording is the table's."""

import datetime as dt
from functools import cache

import msgspec

from vanban.model import Reason, Unit
from vanban.rules import Rules
from vanban.rules.status_wording import StatusSentence
from vanban.timeline.facts import Act, Facts
from vanban.timeline.making import consequences
from vanban.timeline.naming import Language, path_name, provision_name
from vanban.timeline.regimes import regime_of
from vanban.timeline.status import Part, Status, label
from vanban.timeline.unreviewed import end_case

_LONGEST_QUOTE = 240
_UNSTATED = ("start-not-stated", "text-not-here", "not-inserted", "expression-of-base")


@cache
def _sentences(rules: Rules) -> dict[str, StatusSentence]:
    return {row.id: row for row in rules.status_sentences}


def day_in_words(day: dt.date | None, language: Language) -> str:
    """A day as a lawyer writes it: "1-7-2016"; in English "2016-07-01"; "…" where it is not known."""
    if day is None:
        return "…"
    return f"{day.day}-{day.month}-{day.year}" if language == "vi" else day.isoformat()


def act_name(act: Act) -> str:
    """The document as it is cited: "Nghị định số 34/2016/NĐ-CP"; without a symbol, by its title."""
    if act.symbol:
        return f"{act.type_name} số {act.symbol}".strip() if act.type_name else act.symbol
    return f"{act.type_name} {act.title}".strip() or act.work


class _Speaker:
    """Fills the sentences of one answer; knows the documents by name."""

    def __init__(self, answer: Status, facts: Facts, rules: Rules, language: Language) -> None:
        self.answer, self.facts, self.rules, self.language = answer, facts, rules, language

    def say(self, sentence: str, **blanks: str) -> str:
        return str(getattr(_sentences(self.rules)[sentence], self.language)).format(**blanks)

    def name(self, work: str) -> str:
        return act_name(self.facts.act(work) or Act(work))

    def subject(self, unit: str | None, *, whole: bool = True, part: tuple[Unit, ...] = ()) -> str:
        named = [path_name(part, self.rules, self.language)] if part else []
        named += [provision_name(unit, self.rules, self.language)] if unit is not None else []
        named += [self.name(self.answer.work)] if whole or unit is None else []
        return " ".join(named)

    def blanks(self, reason: Reason) -> dict[str, str]:
        return {
            "subject": _capital(self.subject(reason.unit, part=reason.part)),
            "acting": self.name(reason.work),
            "clause": provision_name(reason.eid or None, self.rules, self.language),
            "what": self._what(reason),
            "day": day_in_words(reason.day, self.language),
            "until": day_in_words(reason.until, self.language),
            "quote": _short(reason.quote),
        }

    def reason(self, reason: Reason) -> str:
        blanks = self.blanks(reason)
        if reason.rule == "start-not-stated" and reason.work != self.answer.work:
            return self.say("start-not-stated", **blanks)
        if reason.rule == "expression-of-base":
            base = self.name(self.answer.expression_of or "")
            return self.say(reason.rule, **{**blanks, "subject": self.name(self.answer.work), "acting": base})
        if reason.rule in _UNSTATED:
            return self.say(reason.rule, **{**blanks, "subject": self.subject(reason.unit)})
        kind = self._kind(reason)
        if reason.work != self.answer.work and kind == "start" and reason.unit is None:
            return self.say("started", **{**blanks, "subject": self.name(reason.work)})
        if kind == "start":
            return self.say("started" if self._past(reason) else "starts", **blanks)
        if reason.day is None:
            return self.say("undated", **blanks)
        if kind == "keep" and reason.until is not None:
            return self.say("until", **{**blanks, "day": blanks["until"]})
        if kind in ("suspend", "extend") and reason.until is not None:
            return self.say("window", **blanks)
        return self.say("changed" if self._past(reason) else "changes", **blanks)

    def _what(self, reason: Reason) -> str:
        row = consequences(self.rules).get(reason.rule)
        if row is None:
            return ""
        of_name = str(getattr(row, f"{self.language}_name")) if reason.renames else ""
        return of_name or str(getattr(row, self.language))

    def _kind(self, reason: Reason) -> str:
        row = consequences(self.rules).get(reason.rule)
        return row.kind if row is not None else "start"

    def _past(self, reason: Reason) -> bool:
        return reason.day is not None and reason.day <= self.answer.on

    def case(self, reason: Reason) -> str | None:
        """The article of the law of the day under which an end falls."""
        case = end_case(reason, self.rules)
        if case is None or case.basis is None:
            return None
        return self.say("case", basis=case.basis, what=str(getattr(case, self.language)))

    def doubts(self, reason: Reason) -> list[str]:
        said = []
        if reason.exception:
            said.append(self.say("exception", words=_short(reason.exception)))
        if reason.condition:
            said.append(self.say("condition", words=_short(reason.condition)))
        if reason.grade != "explicit":
            said.append(self.say(f"grade-{reason.grade}"))
        return said

    def still_applied(self, reason: Reason) -> list[str]:
        sentence = "still-applied" if reason.until is None else "still-applied-until"
        said = self.say(sentence, words=_short(reason.condition or reason.quote), **self.blanks(reason))
        return [said, *self.doubts(msgspec.structs.replace(reason, condition=None))]

    def lapse(self, reason: Reason) -> list[str]:
        row = next(row for row in self.rules.detailing_rules if row.id == reason.rule)
        regime = regime_of(self.facts.act(self.answer.work) or Act(self.answer.work), reason.day, self.rules)
        parent = next(
            (each.target for each in self.facts.made_by(self.answer.work) if each.effect.verb == "detail"), reason.work
        )
        said = self.say(
            "detailing",
            acting=self.name(parent),
            day=day_in_words(reason.day, self.language),
            law=regime.law if regime is not None else "",
            basis=row.basis or "",
            rule=str(getattr(row, self.language)),
        )
        return [said, self.say("grade-candidate")]

    def part(self, part: Part) -> str:
        if part.change == "heading":
            return self.say("part-new-heading", **self._part_blanks(part))
        if part.change == "wording":
            return self.say("part-new-wording", **self._part_blanks(part))
        return self.say("part-not-yet" if part.status == "not-yet" else "part", **self._part_blanks(part))

    def _part_blanks(self, part: Part) -> dict[str, str]:
        day = part.end_before if part.status == "ended" else part.start_on
        return {
            "subject": self.subject(part.eid, whole=False),
            "label": label(part.status, part.eid, self.rules, self.language).lower(),
            "day": day_in_words(day, self.language),
        }


def explain(answer: Status, facts: Facts, rules: Rules, language: Language = "vi") -> tuple[str, ...]:
    """The answer in sentences: first the state, then each clause that proves it, quoted, then what leaves a doubt."""
    speaker = _Speaker(answer, facts, rules, language)
    said = [
        speaker.say(
            "answer",
            on=day_in_words(answer.on, language),
            subject=speaker.subject(answer.provision),
            label=label(answer.status, answer.provision, rules, language).lower(),
        )
    ]
    if answer.parts:
        said.append(speaker.say("parts", words="; ".join(speaker.part(part) for part in answer.parts)))
    for reason in answer.reasons:
        said.append(speaker.reason(reason))
        case = speaker.case(reason)
        said += [case] if case else []
        said += speaker.doubts(reason) if reason.rule not in _UNSTATED else []
    for reason in answer.notices:
        said += [speaker.say("noted", **speaker.blanks(reason)), *speaker.doubts(reason)]
    for reason in answer.still_applied:
        said += speaker.still_applied(reason)
    for reason in answer.candidates:
        said += speaker.lapse(reason)
    if answer.unreviewed:
        said.append(speaker.say("unreviewed", rule=", ".join(answer.unreviewed)))
    return tuple(dict.fromkeys(said))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _short(words: str) -> str:
    """The words on one line, cut after a word where they run long; the whole clause stands in the reason itself."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST_QUOTE else line[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
