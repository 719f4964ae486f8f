"""Which strings of letters can be a Vietnamese syllable: onset, rhyme and tone that go together.

A measure for damaged text (broken fonts, poor recognition, missing diacritics), not a dictionary: names and foreign
words are no syllables, so only shares of many words mean anything.
"""

import re
import unicodedata
from functools import cache

_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_WORD = re.compile(r"\w+")
_ONSETS = _WORD.findall("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
_RHYMES = _WORD.findall("""
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot
    ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uêu uôc uôi uôm uôn uông uôp uôt uơ
    uy uya uych uyên uyêt uynh uyt uyu uyn uyp
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
""")
_SYLLABLE = re.compile(f"(?:{'|'.join(sorted(_ONSETS, key=len, reverse=True))})?(?:{'|'.join(_RHYMES)})|gi")
_STOPPED = re.compile(r"(?:c|ch|p|t)$")


@cache
def is_syllable(word: str, *, toned: bool = True) -> bool:
    """Whether a lower-case NFC word can be a syllable. `toned=False` forgives missing marks ("quyet dinh").

    With `toned`, rhymes that end in c, ch, p, t need the tone sắc or nặng, as the language has no others.
    """
    plain = ""
    tones = ""
    for mark in unicodedata.normalize("NFD", word):
        if mark in _TONES:
            tones += _TONES[mark]
        else:
            plain += mark
    plain = unicodedata.normalize("NFC", plain)
    if len(tones) > 1:
        return False
    if not toned:
        return _bare(plain) in _bare_syllables()
    return _SYLLABLE.fullmatch(plain) is not None and (_STOPPED.search(plain) is None or tones in ("s", "j"))


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word.replace("đ", "d")) if not unicodedata.combining(c))


@cache
def _bare_syllables() -> frozenset[str]:
    """Every syllable without marks."""
    return frozenset(_bare(onset + rhyme) for onset in ("", *_ONSETS) for rhyme in _RHYMES) | {"gi"}
