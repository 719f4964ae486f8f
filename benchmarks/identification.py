"""Identity against the publisher's titles, the publisher's fields, and a hand table; `--errors` lists every difference.

Sets: `portal` (299 Vietnamese texts, truth: the publisher's title), `administrative` (truth: the publisher's symbol,
type, issuer and date; a page that opens with a Markdown heading is the site's article about an act: where the act with
its motto stands below, the act is measured, else that the page is told to be none),
`office` and `party` (truth: `truth/identity.tsv`, written by reading the files before any run), `translations`.
What the publisher got wrong is in `truth/identity_slips.tsv` with what the text itself prints; it counts as settled
only where exactly that is found.
"""

import datetime as dt
import hashlib
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks import corpus
from benchmarks.figure import Figure
from vanban import identification, reading
from vanban.identification.bodies import by_name, local_kinds, province
from vanban.identification.symbol import parse, restored, symbol_key
from vanban.model import Finding, Text, Work
from vanban.model.errors import SourceError
from vanban.orthography import fold
from vanban.rules import Rules, load

_TRUTH = Path(__file__).parent / "truth"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYMBOL_IN_TITLE = re.compile(r"\s*(?:,\s*)?số:?\s+(?P<symbol>\d[\d.]*\s*(?:[/\-]\s*[\w.]+)+)", re.IGNORECASE)
_MOTTO = "CHỦ NGHĨA VIỆT NAM"
_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")  # Cyrillic letters in the publisher's own titles
_NAMED_BY_TYPE = ("luat", "bo-luat", "phap-lenh", "hien-phap")


@dataclass(frozen=True)
class Case:
    """One comparison: a field of one file, what truth says and what was found."""

    part: str
    file: str
    field: str
    expected: str
    found: str
    right: bool
    settled: str = ""


def words_key(words: str) -> str:
    """What two titles share: casefolded, NFC, tone placement folded, spaces and final punctuation dropped."""
    letters = unicodedata.normalize("NFD", "".join(re.findall(r"\w", unicodedata.normalize("NFC", words).casefold())))
    tones = "".join(letter for letter in letters if letter in _TONES)
    bare = "".join(letter for letter in letters if letter not in _TONES)
    return unicodedata.normalize("NFC", bare) + tones


@cache
def _slips() -> dict[tuple[str, str], tuple[str, str]]:
    """(file, field) -> what the text itself prints (titles: a digest) and why the publisher's differs."""
    found = {}
    for line in (_TRUTH / "identity_slips.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "file\t")):
            file, field, printed, reason = line.split("\t")
            found[file, field] = (printed, reason)
    return found


def printed_key(field: str, words: str) -> str:
    """How a printed value is written in the list of slips: titles as a digest, no words of a text."""
    if field == "title":
        return "digest:" + hashlib.sha256(words_key(words).encode()).hexdigest()[:16]
    return symbol_key(words) if field == "symbol" else words


def _read(data: bytes, name: str, rules: Rules) -> tuple[Text, Work, tuple[Finding, ...]]:
    text, _ = reading.read(data, name, rules)
    work, findings = identification.identify(text, rules)
    return text, work, findings


def _case(part: str, file: str, field: str, expected: str, found: str, right: bool) -> Case:
    printed, reason = _slips().get((file, field), ("", ""))
    settled = reason if not right and reason and printed == printed_key(field, found) else ""
    return Case(part, file, field, expected, found, right, settled)


def _publisher(title: str, rules: Rules) -> tuple[str, str, str]:
    """(type id, symbol, title) out of a publisher's title: "Nghị định số 1/2025/NĐ-CP Về …", "Luật Giá số …"."""
    flat = " ".join(title.translate(_LOOK_ALIKES).split())
    types = sorted(rules.document_types, key=lambda row: -len(row.name))
    row = next((row for row in types if flat.casefold().startswith(row.name.casefold() + " ")), None)
    every = list(_SYMBOL_IN_TITLE.finditer(flat))
    # A law's own number stands at the end of the publisher's title, behind those of the acts that it amends.
    last = row is not None and row.id in _NAMED_BY_TYPE
    match = (every[-1] if last else every[0]) if every else None
    symbol = match["symbol"].rstrip(".") if match else ""
    rest = flat
    if row is not None:
        rest = flat[len(row.name) :].strip()
        own = _SYMBOL_IN_TITLE.match(" " + rest)
        if own is not None:
            rest = (" " + rest)[own.end() :].strip(" ,.")
        elif match is not None and match.end() >= len(flat) - 2:
            rest = flat[len(row.name) : match.start()].strip()
        if row.id in _NAMED_BY_TYPE and not rest.casefold().startswith(row.name.casefold()):
            rest = f"{row.name} {rest}"
    return (row.id if row else ""), symbol, rest


def _told(findings: tuple[Finding, ...], code: str) -> bool:
    return any(finding.code == code for finding in findings)


def portal(rules: Rules) -> Iterator[Case]:
    """Symbol, type and title of the 299 Vietnamese texts against the publisher's title."""
    folder = corpus.root() / "portal" / "text"
    for row in corpus.rows("portal/vbpl_docs.jsonl.gz"):
        file = row["file"].replace(".html", ".txt")
        if not (folder / file).is_file():
            continue
        _, work, _ = _read((folder / file).read_bytes(), file, rules)
        type_id, symbol, title = _publisher(row["title"], rules)
        symbol_right = symbol_key(symbol) == symbol_key(work.symbol)
        yield _case("portal", file, "symbol", symbol, work.symbol_printed, symbol_right)
        yield _case("portal", file, "type", type_id, work.type, type_id == work.type)
        yield _case("portal", file, "title", title, work.title, words_key(title) == words_key(work.title))


def administrative(rules: Rules) -> Iterator[Case]:
    """Symbol, type, date and issuer of the individual documents against the publisher's fields."""
    names = {row.name.casefold(): row.id for row in rules.document_types}
    for row in corpus.rows("administrative/docs.jsonl.gz"):
        file = row["file"]
        try:
            _, work, findings = _read(row["text_md"].encode(), file, rules)
        except SourceError as error:
            yield Case("unread", f"administrative/{file}", "file", "", str(error.code), True)
            continue
        if row["text_md"].lstrip().startswith("## ") and _MOTTO not in " ".join(row["text_md"].split()):
            yield Case("digests", file, "no-identity", "", work.id, _told(findings, "no-identity"))
            continue
        type_id = names[row["loai"].casefold()]
        date = dt.datetime.strptime(row["ngay_ban_hanh"], "%d/%m/%Y").date().isoformat()
        found_date = work.date.isoformat() if work.date else ""
        same_symbol = symbol_key(row["so_hieu"]) == symbol_key(work.symbol)
        yield _case("administrative", file, "symbol", row["so_hieu"], work.symbol_printed, same_symbol)
        yield _case("administrative", file, "type", type_id, work.type, type_id == work.type)
        yield _case("administrative", file, "date", date, found_date, date == found_date)
        right = _same_issuer(row["noi_ban_hanh"], row["so_hieu"], work, rules)
        yield _case("administrative", file, "issuer", row["noi_ban_hanh"], work.issuer.id, right)
        signed = any(fold(row["nguoi_ky"]) in fold(signer.name) for signer in work.signers)
        names_found = ", ".join(signer.capacity for signer in work.signers)
        yield Case("administrative", file, "signer", "(name withheld)", names_found, signed)


def _same_issuer(printed: str, symbol: str, work: Work, rules: Rules) -> bool:
    """The publisher names the place of local bodies ("Tỉnh Hà Tĩnh"); the symbol says which body of that place."""
    place = province(printed, rules) if re.match(r"(?i)(tỉnh|thành phố) ", printed) else None
    if place is None:
        body = by_name(printed, rules)
        return body is not None and body.id == work.issuer.id
    codes = parse(symbol, rules).bodies
    kinds = local_kinds(codes[0], rules) if codes else ()
    if not work.issuer.id.endswith(f"-{place.kind}-{place.id}"):
        return False
    return not kinds or any(work.issuer.id.startswith(f"{kind}-") for kind in kinds)


def office(rules: Rules) -> Iterator[Case]:
    """Every file of `office` and `party` against the hand table; files that reading refuses are told apart."""
    for line in (_TRUTH / "identity.tsv").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith(("#", "path\t")):
            continue
        path, _, type_id, symbol, date, issuer, _ = line.split("\t")
        source = corpus.root() / path
        try:
            text, work, _ = _read(source.read_bytes(), source.name, rules)
        except SourceError as error:
            yield Case("unread", path, "file", "", str(error.code), True)
            continue
        if not text.content.strip():
            yield Case("unread", path, "file", "", "no text layer", True)
            continue
        yield _case("office", path, "symbol", symbol, work.symbol, symbol_key(symbol) == symbol_key(work.symbol))
        yield _case("office", path, "type", type_id, work.type, type_id == work.type)
        found = work.date.isoformat() if work.date else ""
        yield _case("office", path, "date", date, found, date == found)
        yield _case("office", path, "issuer", issuer, work.issuer.id, issuer == work.issuer.id)


def translations(rules: Rules) -> Iterator[Case]:
    """The English texts recognised, the act that they are tied to, and the Vietnamese ones taken for English."""
    titles = {row["file"].replace(".html", ".txt"): row["title"] for row in corpus.rows("portal/vbpl_docs.jsonl.gz")}
    for folder, expected in (("translations", "en"), ("text", "vi")):
        for path in sorted((corpus.root() / "portal" / folder).iterdir()):
            _, work, findings = _read(path.read_bytes(), path.name, rules)
            found = "en" if work.language == "en" and _told(findings, "translation") else work.language
            yield _case("translations", path.name, expected, expected, found, found == expected)
            own = re.search(r"\d+/\S+(?: \S+)*", " ".join(titles.get(path.name, "").split()))
            if expected == "en" and work.translation_of and own:
                act = restored(own[0], rules)
                same = symbol_key(act) == symbol_key(work.translation_of)
                yield _case("translations", path.name, "act", act, work.translation_of, same)


def _speed(rules: Rules) -> Figure:
    texts = [
        reading.read(path.read_bytes(), path.name, rules)[0]
        for path in sorted((corpus.root() / "portal" / "text").iterdir())[:120]
    ]
    best = 1e9
    for _ in range(3):
        begun = time.process_time()
        for text in texts:
            identification.identify(text, rules)
        best = min(best, time.process_time() - begun)
    return Figure(
        "identification: one document, processor time", 1000 * best / len(texts), len(texts), 3.0, 1.0, "ms", True
    )


def _share(name: str, cases: list[Case], floor: float | None, goal: float | None) -> Figure:
    settled = [case for case in cases if case.right or case.settled]
    raw = sum(case.right for case in cases)
    wrong = len(cases) - len(settled)
    note = f"{raw} right as they stand, {len(settled) - raw} settled by the printed words, {wrong} wrong"
    return Figure(f"identification: {name}", len(settled) / max(1, len(cases)), len(cases), floor, goal, note=note)


def _both(name: str, cases: list[Case], floor: float | None, goal: float | None) -> Iterator[Figure]:
    """The share right as it stands, against the publisher alone, and the share settled by the printed words."""
    raw = sum(case.right for case in cases)
    yield Figure(f"identification: {name}, raw", raw / max(1, len(cases)), len(cases))
    yield _share(f"{name}, settled", cases, floor, goal)


def cases(rules: Rules) -> list[Case]:
    """Every comparison of every set."""
    return [*portal(rules), *administrative(rules), *office(rules), *translations(rules)]


def figures() -> Iterable[Figure]:
    """The figures of identification."""
    rules = load()
    every = cases(rules)

    def part(parts: tuple[str, ...], field: str) -> list[Case]:
        return [case for case in every if case.part in parts and case.field == field]

    for field, floor in (("symbol", 0.995), ("type", 0.99), ("title", 0.97)):
        yield from _both(f"portal {field}", part(("portal",), field), floor, 1.0)
    for field, floor in (("date", 0.98), ("type", 0.98), ("issuer", 0.97), ("symbol", 0.97)):
        yield from _both(
            f"administrative, office, party {field}", part(("administrative", "office"), field), floor, 0.999
        )
    yield _share("administrative signer", part(("administrative",), "signer"), None, None)
    english = part(("translations",), "en")
    recognised = sum(case.right for case in english)
    settled = sum(bool(case.settled) and not case.right for case in english)
    note = f"{settled} in this set is no translation (listed)" if settled else ""
    yield Figure(
        "identification: translations recognised", recognised, len(english), 126 - settled, 126 - settled, "", note=note
    )
    yield _share(
        "translations tied to the right act, of those that print its number", part(("translations",), "act"), None, 1.0
    )
    mistaken = sum(not case.right for case in part(("translations",), "vi"))
    yield Figure("identification: Vietnamese texts taken for one", mistaken, 299, 0, 0, "", True)
    yield _speed(rules)


def main() -> None:
    """`--errors`: every difference, grouped by set and field, then the counts."""
    every = cases(load())
    wrong = [case for case in every if not case.right]
    for case in sorted(wrong, key=lambda case: (case.part, case.field, bool(case.settled), case.file)):
        mark = "settled: " + case.settled if case.settled else "WRONG"
        print(
            f"{case.part}\t{case.field}\t{case.file}\t{mark}\n    expected: {case.expected}\n    found:    {case.found}"
        )
    for (part, field, settled), count in sorted(Counter((c.part, c.field, bool(c.settled)) for c in wrong).items()):
        print(f"{part}\t{field}\t{'settled' if settled else 'wrong'}\t{count}")
    for case in every:
        if case.part == "unread":
            print(f"not read\t{case.file}\t{case.found}")


if __name__ == "__main__":
    if "--errors" in sys.argv:
        main()
    else:
        for figure in figures():
            print(figure)
