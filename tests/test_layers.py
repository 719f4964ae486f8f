"""The walls of the house: importing a room loads no database and no web server."""

import subprocess
import sys


def test_importing_vanban_loads_nothing_heavy() -> None:
    code = "import sys, vanban; print([m for m in ('sqlalchemy', 'typer', 'lxml', 'selectolax') if m in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
