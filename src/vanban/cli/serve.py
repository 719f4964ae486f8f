"""`vanban serve`: the reading room in a browser."""

from typing import Annotated

import typer

from vanban.cli.options import DEFAULT_ARCHIVE, archive_option
from vanban.cli.words import Words


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("serve", help=say("serve.help"))
    def serve_room(
        host: Annotated[str, typer.Option("--host", help=say("serve.host"))] = "127.0.0.1",
        port: Annotated[int, typer.Option("--port", min=1, max=65535, help=say("serve.port"))] = 8000,
        accounts: Annotated[bool, typer.Option("--accounts", help=say("serve.accounts"))] = False,
        public: Annotated[bool, typer.Option("--public-reading", help=say("serve.public-reading"))] = False,
        names: Annotated[list[str] | None, typer.Option("--name", help=say("serve.name"))] = None,
        workers: Annotated[int | None, typer.Option("--workers", min=1, max=64, help=say("serve.workers"))] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
    ) -> None:
        from vanban.web.beginning import first_invitation
        from vanban.web.serving import processes_here, serve
        from vanban.web.settings import Settings

        if public and not accounts:
            raise typer.BadParameter(say("serve.public-without-accounts"))
        settings = Settings(archive, host, port, accounts, public, tuple(names or ()), workers or processes_here())
        invitation = first_invitation(settings)
        if invitation:
            typer.echo(say("serve.invitation", address=f"{settings.address}account/begin?invitation={invitation}"))
        typer.echo(say("serve.at", address=settings.address))
        serve(settings)
