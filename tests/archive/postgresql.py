"""A PostgreSQL of our own for the tests: made in a folder, reached by a socket, gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """The folder of Debian's PostgreSQL programs, or of those on the path; None where there are none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    on_path = shutil.which("initdb")
    return found[0].parent if found else Path(on_path).resolve().parent if on_path else None


@contextmanager
def server(bin_folder: Path) -> Iterator[str]:
    """Run a server; yields the address of its database. As root it runs as the user `postgres`, who must exist."""
    folder = Path(tempfile.mkdtemp(prefix="vanban-pg-"))
    as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(folder, "postgres", "postgres")

    def run(*command: str) -> None:
        subprocess.run([*as_user, *command], check=True, capture_output=True, cwd=folder, timeout=60)

    data = str(folder / "data")
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off"
    try:
        run(f"{bin_folder}/initdb", "-D", data, "-U", "vanban", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        # The server must not keep our pipes open, so its words go to a file.
        run(f"{bin_folder}/pg_ctl", "-D", data, "-o", options, "-l", str(folder / "log"), "-w", "start")
        try:
            yield f"postgresql://vanban@/postgres?host={folder}"
        finally:
            run(f"{bin_folder}/pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
