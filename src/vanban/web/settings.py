"""What whoever starts the reading room decides."""

import msgspec

LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Settings(msgspec.Struct, frozen=True):
    """`archive` is a file or a PostgreSQL address. `accounts`: people sign in, and may do what their role allows.

    Without accounts everybody may read, and only a room that this machine alone can reach (`host`, and no name of a
    proxy) takes documents and judgements. `public_reading`: with accounts, reading needs none. `hosts` are the names
    under which the room is asked for besides its own address (a proxy's); a request for any other name is refused. So
    many `processes` serve.
    """

    archive: str
    host: str = "127.0.0.1"
    port: int = 8000
    accounts: bool = False
    public_reading: bool = False
    hosts: tuple[str, ...] = ()
    processes: int = 1

    @property
    def at_home(self) -> bool:
        """Whether only this machine can reach the room: a name besides its address is one that others know it by."""
        return self.host in LOOPBACK and not self.hosts

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"
