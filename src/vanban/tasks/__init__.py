"""Ordering phrases -> tasks: who must do what, with whom, by when."""

from vanban.tasks.finding import find

__all__ = ["find"]
