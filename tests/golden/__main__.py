"""`python -m tests.golden [--accept] [NAME…]`: show the differences from the golden files, or take them.

Names are documents of the sample without suffix; none means all. Shows a diff and exits with 1 where anything differs.
"""

import sys

from tests.golden import comparing


def main(arguments: list[str]) -> int:
    """Show or accept; the exit code says whether anything differed."""
    names = [argument for argument in arguments if not argument.startswith("-")]
    chosen = [path for path in comparing.documents() if not names or path.name.partition(".")[0] in names]
    if "--accept" in arguments:
        for document in chosen:
            comparing.accept(document)
        comparing.remove_stale()
        return 0
    differing = 0
    for document in chosen:
        lines = list(comparing.differences(document))
        differing += bool(lines)
        if lines:
            print("\n".join(lines))
    stale = comparing.stale_folders() if not names else []
    for folder in stale:
        print(f"{folder.name}: its document is gone")
    if differing or stale:
        print(f"\n{differing} of {len(chosen)} documents differ; `make golden-accept` takes what you have read")
    return int(bool(differing or stale))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
