"""The three faults that are exceptions: each owns an exit code and says what, where, what to do.

A fault in a document is not an exception but a `Finding`.
"""


class VanbanError(Exception):
    """A fault that stops one piece of work; `str(error)` is one clear sentence for a person."""

    exit_code = 1


class UsageError(VanbanError):
    """What was asked cannot be done: an unknown document, a wrong date, an option that does not fit."""

    exit_code = 2


class SourceError(VanbanError):
    """A file cannot be read. `code` is a row of the table `findings`, which holds the advice."""

    exit_code = 3

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details


class RuleError(VanbanError):
    """A table of rules is wrong: the file, the row, and what is wrong with it."""

    exit_code = 4
