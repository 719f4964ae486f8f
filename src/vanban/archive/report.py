"""What an `add` or a `reread` did: counts, and each file that was not read with its reason."""

import msgspec

# As every command of the project: done, done but for some files, stopped by the user.
_DONE, _NOT_ALL, _STOPPED = 0, 1, 130


class NotRead(msgspec.Struct, frozen=True):
    """A file that was not read: where it is, the code of the table `findings`, and what fills its sentence."""

    path: str
    code: str
    details: dict[str, str]


class Progress(msgspec.Struct, frozen=True):
    """How far an addition is: files of `total` dealt with so far, everything counted as `added` safely stored."""

    total: int
    added: int
    already_here: int
    not_read: int

    @property
    def done(self) -> int:
        """How many files have been dealt with."""
        return self.added + self.already_here + self.not_read


class AddReport(msgspec.Struct, frozen=True):
    """What became of the files given to `add`: stored, here already, not read; and whether it was stopped."""

    added: int = 0
    already_here: int = 0
    not_read: tuple[NotRead, ...] = ()
    stopped: bool = False

    @property
    def exit_code(self) -> int:
        """0 where everything was read, 1 where some file was not, 130 where the user stopped it."""
        return _STOPPED if self.stopped else _NOT_ALL if self.not_read else _DONE


class RereadReport(msgspec.Struct, frozen=True):
    """What a re-reading did: texts read again, how many of them gave other facts, and those that failed."""

    read: int = 0
    changed: int = 0
    not_read: tuple[NotRead, ...] = ()
    stopped: bool = False

    @property
    def exit_code(self) -> int:
        """As `AddReport.exit_code`."""
        return _STOPPED if self.stopped else _NOT_ALL if self.not_read else _DONE
