"""The bodies that are asked whether they have issued: a list of the tables, or names that a person gives."""

import datetime as dt
import re
from collections.abc import Iterable

import msgspec

from vanban.archive import WorkRow
from vanban.model.errors import UsageError
from vanban.review.body_names import plain
from vanban.review.responsible import successors
from vanban.rules import Rules
from vanban.rules.coverage_rows import BodyList

_OF_PROVINCE = r"(?:tinh|thanh-pho|tinh-uy|thanh-uy)-{id}(?![\w-])"


class Body(msgspec.Struct, frozen=True):
    """One body of a list: its name, and the ids that may issue for it (`pattern`), or the words its name must hold."""

    name: str
    pattern: str = ""
    words: str = ""

    def issues(self, work: WorkRow, on: dt.date, rules: Rules) -> bool:
        """Whether the work is of this body, or of one that it has succeeded by the day `on`."""
        if not self.pattern:
            return f" {self.words} " in f" {plain(work.issuer_name, rules)} "
        issuers = work.issuer.split("--")
        later = (each for issuer in issuers for each in (issuer, *successors(issuer, on, rules)))
        return any(re.search(self.pattern, each) for each in later)


def bodies_of(name: str, rules: Rules) -> tuple[Body, ...]:
    """The bodies of a list of the table `body_lists`. Raises UsageError where there is none of that name."""
    for row in rules.body_lists:
        if row.id == name:
            return tuple(_listed(row, rules))
    raise UsageError("no-such-body-list", words=name, names=", ".join(row.id for row in rules.body_lists))


def bodies_named(lines: Iterable[str], rules: Rules) -> tuple[Body, ...]:
    """One body a line, as its name is printed; blank lines and those that begin with # are passed over."""
    names = (line.strip().lstrip("\ufeff") for line in lines)
    return tuple(Body(name, words=plain(name, rules)) for name in names if name and not name.startswith("#"))


def _listed(row: BodyList, rules: Rules) -> Iterable[Body]:
    if row.provinces:
        for province in rules.provinces:
            if province.until is None:
                kind = "Tỉnh" if province.kind == "tinh" else "Thành phố"
                yield Body(f"{kind} {province.name}", _OF_PROVINCE.format(id=re.escape(province.id)))
        return
    names = {issuer.id: issuer.names[0] for issuer in rules.issuers}
    for issuer in row.issuers:
        yield Body(names[issuer], rf"^{re.escape(issuer)}$")
