"""References and effects in the words of the marker-line cases and golden files."""

from vanban.model import Effect, Reference, Target, Unit

_LEVELS = {
    "part": "Phần", "chapter": "Chương", "section": "Mục", "subsection": "Tiểu mục", "article": "Điều",
    "clause": "khoản", "point": "điểm", "subpoint": "tiết", "paragraph": "đoạn", "sentence": "câu",
    "indent": "gạch đầu dòng", "title": "tên", "heading": "tên", "appendix": "Phụ lục", "form": "Mẫu số",
    "table": "bảng",
}  # fmt: skip


def say_provision(units: tuple[Unit, ...]) -> str:
    """A path as lawyers say it, innermost first: "điểm a khoản 2 Điều 5"."""
    return " ".join(f"{_LEVELS[unit.level]} {unit.num}".strip() for unit in reversed(units))


def say_target(target: Target) -> str:
    """The document and the place in it: symbol, quoted title with its year or day, or the relative word."""
    name = target.symbol or (f'"{target.title}"' if target.title else "") or target.relative or "-"
    if not target.symbol and (when := target.date or target.year):
        name += f" {when}"
    where = say_provision(target.provision)
    return f"{name} | {where}" if where else name


def say_reference(reference: Reference) -> str:
    """A reference as a case says it: role, document, place."""
    return f"{reference.role} {say_target(reference.target)}"


def say_effect(effect: Effect) -> str:
    """An effect as a case says it: verb, document, place, words, days."""
    parts = [f"{effect.verb} {say_target(effect.target)}"]
    if effect.old is not None:
        parts.append(f"“{effect.old}”")
    if effect.new is not None and not effect.new_eids:
        parts.append(f"→ “{effect.new}”")
    if effect.start_on is not None:
        parts.append(f"from {effect.start_on}")
    if effect.end_before is not None:
        parts.append(f"to {effect.end_before}")
    return " ".join(parts)
