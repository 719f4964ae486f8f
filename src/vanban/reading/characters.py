"""Characters put right: NFC, look-alike letters, soft hyphens, zero-width and odd spaces, control characters.

Old tone placement ("hoá") is not touched: it is spelling, not damage.
"""

import re
import unicodedata
from functools import cache

import msgspec

from vanban.model import Repair
from vanban.orthography.fold import page, to_bytes
from vanban.reading.draft import Draft, Edit, apply
from vanban.rules import Rules

# Characters that mean nothing in a text: soft hyphen, zero-width ones, direction marks, byte-order marks.
_INVISIBLE = "\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_HYPHENS = "\u2010\u2011"
_COMPATIBLE = "\ufb00-\ufb06\uff01-\uff5e"  # ligatures of fonts, full-width ASCII
# From one ASCII character to the next nothing composes across, so each such stretch can be normalised by itself.
_STRETCH = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
_TOKEN = re.compile(r"\S+")


def _clean_characters() -> frozenset[str]:
    """The characters that need no look: printed ASCII, Vietnamese letters in NFC, the usual signs."""
    letters = {"đ", "Đ"}
    for base in "aăâeêioôơuưy":
        for mark in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"):
            letter = unicodedata.normalize("NFC", base + mark)
            letters |= {letter, letter.upper()}
    return frozenset({"\n", *map(chr, range(32, 127)), *letters, *"“”‘’…–—•·°²³≥≤×±½§≈÷□"})


_CLEAN = _clean_characters()
# The odd ones that have a byte of their own on the one-byte page, each with that byte.
_ODD_BYTES = tuple((byte, letter) for byte, letter in enumerate(page()[0]) if letter not in _CLEAN | {"\ufffe"})


def odd_characters(content: str) -> set[str]:
    """The characters of a text that need a look. None: the text is clean, and so in NFC.

    Asked of the bytes that the text is folded from, which every stage behind needs: what the page does not have stands
    there as "?".
    """
    encoded = to_bytes(content)
    found = {letter for byte, letter in _ODD_BYTES if byte in encoded}
    at = 0
    for known in encoded.split(b"?")[:-1]:
        at += len(known) + 1
        found.add(content[at - 1])
    return found - _CLEAN


def repair_characters(draft: Draft, rules: Rules, odd: set[str] | None = None) -> Draft:
    """The draft with its characters put right; every change is told, NFC once for the whole text.

    `odd` are the odd characters of its content, where the caller has looked for them.
    """
    present = odd_characters(draft.content) if odd is None else odd
    if not present:
        return draft
    if _may_compose(present):
        draft = _compose(draft)
        present = odd_characters(draft.content)
    if not present.isdisjoint("\r\x0b\x0c\x85\u2028\u2029"):
        draft = apply(draft, _breaks(draft.content))
    edits = _replacements(draft.content, present, rules)
    if not edits:
        return draft
    draft = apply(draft, edits)
    return _compose(draft) if _may_compose(odd_characters(draft.content)) else draft


def _may_compose(present: set[str]) -> bool:
    """Whether a text of these characters can be other than NFC: it has marks, Hangul parts, or letters to replace."""
    return any(
        c > "\u00ff" and (unicodedata.category(c)[0] == "M" or "\u1100" <= c <= "\u11ff" or not _is_nfc(c))
        for c in present
    )


def _is_nfc(character: str) -> bool:
    return unicodedata.is_normalized("NFC", character)


def _breaks(content: str) -> list[Edit]:
    """Every kind of line break becomes "\n"; that is a thing of the format and not told."""
    return [Edit(m.start(), m.end(), "\n") for m in re.finditer(r"\r\n?|[\x0b\x85\u2028\u2029]|\n?\x0c\n?", content)]


_KINDS = tuple(
    (re.compile(f"[{characters}]"), kind, means)
    for characters, kind, means in (
        (_SPACES, "odd-space", " "),
        ("\u00ad", "soft-hyphen", ""),
        (_INVISIBLE, "invisible", ""),
        (_CONTROLS, "control", ""),
        (_HYPHENS, "hyphen", "-"),
        (_COMPATIBLE, "ligature", None),
    )
)


@cache
def _letters(rules: Rules) -> tuple[dict[str, str], dict[str, str]]:
    """The letters that are always wrong, and those that are wrong among Latin letters, with what they should be."""
    always = {row.letter: row.means for row in rules.lookalikes if not row.beside_latin}
    return always, {row.letter: row.means for row in rules.lookalikes if row.beside_latin}


def _replacements(content: str, present: set[str], rules: Rules) -> list[Edit]:
    """What becomes of each odd character of the text; only the characters that are `present` are looked for."""
    always, beside = _letters(rules)
    found: dict[str, tuple[str, str]] = {}
    for character in present:
        if character in always:
            found[character] = ("look-alike", always[character])
        elif character in beside:
            found[character] = ("look-alike", beside[character])
        elif character == "\t":
            found[character] = ("", " ")
        else:
            for pattern, kind, means in _KINDS:
                if pattern.match(character):
                    found[character] = (kind, unicodedata.normalize("NFKC", character) if means is None else means)
                    break
    if not found:
        return []
    edits = []
    word_end, latin = 0, False  # the word looked at last, and whether it is a Latin one
    for match in re.finditer(f"[{re.escape(''.join(sorted(found)))}]", content):
        character, at = match.group(), match.start()
        if character in beside:
            if at >= word_end:
                start, word_end = _word(content, at)
                latin = _is_latin_word(content[start:word_end], beside)
            if not latin:
                continue
        kind, means = found[character]
        edits.append(Edit(at, at + 1, means, kind))
    return edits


def _word(content: str, at: int) -> tuple[int, int]:
    """The run of characters that are no blanks around `at`."""
    start = max(content.rfind(" ", 0, at), content.rfind("\n", 0, at)) + 1
    word = _TOKEN.match(content, start)
    return (start, word.end()) if word is not None else (at, at + 1)


def _is_latin_word(word: str, beside: dict[str, str]) -> bool:
    """Whether a word has Latin letters, and no foreign letter but look-alikes."""
    letters = [c for c in word if c.isalpha() and c not in beside]
    return bool(letters) and all(map(_is_latin, letters))


def _is_latin(character: str) -> bool:
    return character.isalpha() and (character < "\u0250" or "\u1e00" <= character <= "\u1eff")


def _compose(draft: Draft) -> Draft:
    """NFC. The repair is told once for the whole text, without its words: canonically nothing changed."""
    composed = "\n".join([unicodedata.normalize("NFC", line) for line in draft.content.split("\n")])
    if composed == draft.content:
        return draft
    if draft.places or draft.tables or draft.notes or draft.repairs or draft.findings:
        edits = [
            Edit(match.start(), match.end(), stretch)
            for match in _STRETCH.finditer(draft.content)
            if (stretch := unicodedata.normalize("NFC", match.group())) != match.group()
        ]
        done = apply(draft, edits)
    else:  # nothing points into the text yet
        done = Draft(composed, complete=draft.complete, unread=draft.unread)
    if any(repair.kind == "nfc" for repair in done.repairs):
        return done
    return msgspec.structs.replace(done, repairs=(Repair(0, len(done.content), "nfc", ""), *done.repairs))
