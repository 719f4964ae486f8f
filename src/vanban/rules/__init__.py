"""The tables that a lawyer can read (docs/rules.md) and the strict loader that checks them."""

from vanban.rules.row import PatternRow, Row
from vanban.rules.tables import Rules, load

__all__ = ["PatternRow", "Row", "Rules", "load"]
