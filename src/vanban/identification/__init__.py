"""text -> work: which document this is."""

from vanban.identification.identify import identify

__all__ = ["identify"]
