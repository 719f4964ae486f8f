"""The three faults that are exceptions: each owns an exit code and says what, where, what to do.

The sentences live in the table `findings`, by `code`, in both languages; `details` fill their blanks. A fault in a
document is not an exception but a `Finding`.
"""


class VanbanError(Exception):
    """A fault that stops one piece of work. `code` is a row of the table `findings`, `details` fill its sentence."""

    exit_code = 1

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the details when the fault comes back from a worker process."""
        return _again, (type(self), self.code, self.details)


def _again(kind: type[VanbanError], code: str, details: dict[str, str]) -> VanbanError:
    return kind(code, **details)


class UsageError(VanbanError):
    """What was asked cannot be done: an unknown document, a wrong date, an option that does not fit."""

    exit_code = 2


class SourceError(VanbanError):
    """A file cannot be read."""

    exit_code = 3


class RuleError(VanbanError):
    """A table of rules is wrong; made from one English sentence, for whoever edits tables: file, row, fault."""

    exit_code = 4

    def __init__(self, fault: str, **_: str) -> None:
        super().__init__("table-wrong", fault=fault)

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the sentence when the fault comes back from a worker process."""
        return RuleError, (self.details["fault"],)

    def __str__(self) -> str:
        return self.details["fault"]
