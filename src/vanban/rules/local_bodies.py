"""The table `local_bodies`: kinds of bodies that exist once in each place, and the words that head their names."""

from typing import Literal

from vanban.rules.row import Row


class LocalBody(Row, frozen=True, kw_only=True):
    """One kind, such as Ủy ban nhân dân. The issuer's id is `id` and the place: "ubnd-tinh-ha-tinh".

    `names` are the words before the place (any case); `codes` its abbreviations in symbols. `whole_name`: its place
    follows at once ("Tỉnh ủy Lào Cai"), without a word for the kind of place. `examples` are whole names.
    """

    names: tuple[str, ...]
    codes: tuple[str, ...] = ()
    family: Literal["state", "party", "front"] = "state"
    whole_name: bool = False
