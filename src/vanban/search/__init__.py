"""Search over an archive: a provision found in a blink, in the words of the day that is asked about.

The face of the room; names are loaded on first use, because nobody who only parses needs an index.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vanban.search.answer import Answer as Answer
    from vanban.search.answer import Filters as Filters
    from vanban.search.answer import Result as Result
    from vanban.search.answer import Suggestion as Suggestion
    from vanban.search.index import Index as Index

_HOME = {"Answer": "answer", "Filters": "answer", "Result": "answer", "Suggestion": "answer", "Index": "index"}
__all__ = sorted(_HOME)


def __getattr__(name: str) -> Any:
    """Load a name of the room's face on first use (PEP 562)."""
    if name in _HOME:
        return getattr(import_module(f"vanban.search.{_HOME[name]}"), name)
    raise AttributeError(f"module 'vanban.search' has no attribute {name!r}")
