"""bytes -> text: one file per format, outside programs isolated. Nothing here fetches anything from anywhere."""

from vanban.reading.opening import open_file
from vanban.reading.reader import read

__all__ = ["open_file", "read"]
