"""The sentences of the command line in the language of the user."""

from collections.abc import Mapping

from vanban.exports.messages import Language
from vanban.rules import Rules


class Words:
    """`say(key, count="3")`: the sentence of the table `screen` in one language, its blanks filled."""

    def __init__(self, rules: Rules, language: Language) -> None:
        self.language: Language = language
        self.rules = rules
        self._sentences: Mapping[str, str] = {row.id: row.vi if language == "vi" else row.en for row in rules.screen}

    def __call__(self, key: str, **blanks: object) -> str:
        """The sentence `key` with its blanks filled; a missing key is a fault of the program."""
        sentence = self._sentences[key]
        return sentence.format(**blanks) if blanks else sentence


def language_of(arguments: list[str], environment: Mapping[str, str]) -> tuple[Language, list[str]]:
    """The language asked for (`--lang en`, `--lang=en`, VANBAN_LANG) and the arguments without it."""
    chosen = environment.get("VANBAN_LANG", "vi")
    rest: list[str] = []
    waiting = False
    for argument in arguments:
        if waiting:
            chosen, waiting = argument, False
        elif argument == "--lang":
            waiting = True
        elif argument.startswith("--lang="):
            chosen = argument.removeprefix("--lang=")
        else:
            rest.append(argument)
    return ("en" if chosen.lower().startswith("en") else "vi"), rest
