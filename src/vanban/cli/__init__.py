"""The command line: parse the request, call one function of the public API, show the answer. No rule, no SQL."""

import os
import sys

__all__ = ["main"]


def main(arguments: list[str] | None = None) -> None:
    """The `vanban` command: exit code 0 done, 1 some files were not read, 2 usage, 3 a file, 4 a table, 130 stopped."""
    from vanban.cli.run import run

    sys.exit(run(sys.argv[1:] if arguments is None else arguments, os.environ))
