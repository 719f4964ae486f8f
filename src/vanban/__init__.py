"""vanban: Vietnamese official documents as data that can be computed on.

The public API, nothing else. Names are loaded on first use, so that importing a room loads no database.
"""

from typing import TYPE_CHECKING, Any

from vanban.model.version import VERSION

if TYPE_CHECKING:
    from vanban.api import Archive as Archive
    from vanban.api import parse as parse

__version__ = VERSION
__all__ = ["Archive", "__version__", "parse"]


def __getattr__(name: str) -> Any:
    """Load a public name from `vanban.api` on first use (PEP 562)."""
    if name in ("Archive", "parse"):
        from vanban import api

        return getattr(api, name)
    raise AttributeError(f"module 'vanban' has no attribute {name!r}")
