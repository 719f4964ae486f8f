"""One run of the command line: the language, the command, and every fault as one sentence with an exit code."""

import re
import sys
from collections.abc import Mapping

import typer
from typer._click import exceptions as click

from vanban.cli.app import build
from vanban.cli.words import Words, language_of
from vanban.exports.messages import fault
from vanban.model.errors import SourceError, VanbanError
from vanban.rules import load

INTERRUPTED = 130
# Click says these two faults in words only.
_QUOTED = re.compile(r"['\"“](.+?)['\"”]")
_EXTRA = re.compile(r"unexpected extra arguments?\S* \((.+)\)$")


def run(arguments: list[str], environment: Mapping[str, str]) -> int:
    """Run one command line and return its exit code; every fault is one sentence on standard error."""
    language, rest = language_of(arguments, environment)
    say = Words(load(), language)
    try:
        code = build(say)(rest, standalone_mode=False)
        return code if isinstance(code, int) else 0
    except VanbanError as error:
        return _tell(_named(error, fault(error, say.rules, language)), error.exit_code)
    except click.NoArgsIsHelpError as error:
        print(error.format_message())
        return 2
    except click.ClickException as error:
        return _tell(_usage_fault(error, rest, say), 2)
    except (KeyboardInterrupt, typer.Abort):
        return _tell(say("error.interrupted"), INTERRUPTED)
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has gone: not a fault.
        sys.stderr.close()
        return 0


def _tell(sentence: str, code: int) -> int:
    print(f"vanban: {sentence}", file=sys.stderr)
    return code


def _named(error: VanbanError, sentence: str) -> str:
    """The sentence with the file that it speaks of, where the table's own words do not name it."""
    name = error.details.get("name", "") if isinstance(error, SourceError) else ""
    return sentence if not name or name in sentence else f"{name}: {sentence}"


def _parameter(error: click.BadParameter) -> str:
    """An option as it is typed ("--from"), an argument as the help names it ("SYMBOL")."""
    parameter = error.param
    if parameter is None:
        return ""
    if parameter.param_type_name == "option":
        return parameter.opts[0]
    return (getattr(parameter, "metavar", None) or str(parameter.name).upper()).strip("[]")


def _usage_fault(error: click.ClickException, rest: list[str], say: Words) -> str:
    command = next((word for word in rest if not word.startswith("-")), "")
    if isinstance(error, click.MissingParameter):
        return say("error.missing-argument", name=_parameter(error), command=command)
    if isinstance(error, click.NoSuchOption):
        return say("error.unknown-option", name=error.option_name, command=command)
    if isinstance(error, click.BadOptionUsage):
        return say("error.no-value", name=error.option_name, command=command)
    if isinstance(error, click.BadParameter) and error.param is None:
        return str(error.message)  # a command's own fault, already in the reader's language
    if isinstance(error, click.BadParameter):
        return say("error.bad-value", name=_parameter(error), command=command)
    text = error.format_message()
    if named := _QUOTED.search(text) if text.startswith("No such command") else None:
        return say("error.unknown-command", name=named[1])
    if extra := _EXTRA.search(text):
        return say("error.too-much", words=extra[1], command=command)
    return say("error.usage", fault=text.rstrip("."), command=command)
