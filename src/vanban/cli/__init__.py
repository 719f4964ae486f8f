"""The command line: parse the request, call one function of the public API, show the answer."""


def main() -> None:
    """The `vanban` command."""
