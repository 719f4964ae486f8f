"""The two articles of the corpus in running prose give the references that a person lists."""

from pathlib import Path

from vanban import identification, reading, structure
from vanban.references import find
from vanban.rules import Rules

_EXPECTED = {
    ("23-CT/TW", "1993-06-12"), ("39-CT/TW", "2014-08-18"), ("21-KL/TW", "2021-10-25"), ("75-QĐ/TW", "2000-04-25"),
    ("57-QĐ/TW", "2007-05-03"), ("126-QĐ/TW", "2018-02-28"), ("58-QĐ/TW", "2022-02-08"), ("32-TB/TW", ""),
    ("02-HD/BTCTW", ""), ("Hội nghị Trung ương 4 khóa XI", ""), ("Hội nghị Trung ương 4 khóa XII", ""),
}  # fmt: skip


def test_the_articles_name_these_party_documents(corpus: Path, rules: Rules) -> None:
    named, succession = set(), []
    for path in sorted((corpus / "seeds").glob("*.txt")):
        text, _ = reading.read(path.read_bytes(), path.name, rules)
        work, _ = identification.identify(text, rules)
        provisions, _ = structure.parse(text, work, rules)
        for item in find(text, work, provisions, rules)[0]:
            target = item.target
            named.add((target.symbol or target.title, target.date.isoformat() if target.date else ""))
            if item.role == "succession":
                succession.append(target.symbol)
    assert named == _EXPECTED
    assert succession[-3:] == ["57-QĐ/TW", "126-QĐ/TW", "58-QĐ/TW"]
