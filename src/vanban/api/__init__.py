"""The public functions: what the command line, the pages and a program call. Each is a few lines over the rooms."""

from vanban.api.archive import Archive
from vanban.api.overview import Overview
from vanban.api.parsing import Line, parse, parse_bytes, parse_lines

__all__ = ["Archive", "Line", "Overview", "parse", "parse_bytes", "parse_lines"]
