"""The four roles, each with the rights of those before it."""

from typing import Literal, get_args

Role = Literal["reader", "editor", "reviewer", "administrator"]
Right = Literal["read", "add", "assign", "judge", "administer"]
ROLES: tuple[Role, ...] = get_args(Role)
# The first role that has the right.
RIGHTS: dict[Right, Role] = {
    "read": "reader",
    "add": "editor",
    "assign": "editor",
    "judge": "reviewer",
    "administer": "administrator",
}


def may(role: Role, right: Right) -> bool:
    """Whether a role has a right."""
    return ROLES.index(role) >= ROLES.index(RIGHTS[right])
