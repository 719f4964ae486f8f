"""`vanban serve`: the reading room in a browser."""

from typing import Annotated

import typer

from vanban.cli.options import DEFAULT_ARCHIVE, archive_option
from vanban.cli.words import Words


def register(app: typer.Typer, say: Words) -> None:
    """Add the command to the application."""

    @app.command("serve", help=say("serve.help"))
    def serve(
        host: Annotated[str, typer.Option("--host", help=say("serve.host"))] = "127.0.0.1",
        port: Annotated[int, typer.Option("--port", min=1, max=65535, help=say("serve.port"))] = 8000,
        accounts: Annotated[bool, typer.Option("--accounts", help=say("serve.accounts"))] = False,
        public: Annotated[bool, typer.Option("--public-reading", help=say("serve.public-reading"))] = False,
        names: Annotated[list[str] | None, typer.Option("--name", help=say("serve.name"))] = None,
        archive: Annotated[str, archive_option(say)] = DEFAULT_ARCHIVE,
    ) -> None:
        # The web libraries take a third of a second to load, which no other command should pay.
        import uvicorn

        from vanban.web.app import create_app, first_invitation
        from vanban.web.settings import Settings

        settings = Settings(archive, host, port, accounts, public, tuple(names or ()))
        made = create_app(settings)
        invitation = first_invitation(made)
        if invitation:
            typer.echo(say("serve.invitation", address=f"{settings.address}account/begin?invitation={invitation}"))
        typer.echo(say("serve.at", address=settings.address))
        uvicorn.run(made, host=host, port=port, log_level="warning", server_header=False)
