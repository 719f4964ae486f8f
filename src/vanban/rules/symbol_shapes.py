"""The table `symbol_shapes`: the shapes of numbers and symbols, State and Party, of every age."""

from typing import Literal

from vanban.rules.row import Row


class SymbolShape(Row, frozen=True, kw_only=True):
    """One shape. `pattern` is a regular expression over the whole normalised symbol in upper case (`Đ` is not `D`).

    Named groups: `number`, `year`, `type` (a code of `document_types`), `bodies` (codes joined by hyphens, slashes
    or dots), `unit` (of a công văn), `term` (khóa). `types` are type ids that the shape itself implies. Rows are tried
    in the order of the table; one whose `type` group is no code of the family does not fit.
    """

    pattern: str
    family: Literal["state", "party"]
    types: tuple[str, ...] = ()
    normative: bool | None = None
