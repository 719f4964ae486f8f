"""Signing in and out, one's own tokens, the accounts of others, the log. Only with `--accounts`."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse

from vanban.accounts import ROLES, SIGNED_FOR, Accounts
from vanban.accounts.log import Entry
from vanban.exports.messages import Language
from vanban.model.errors import UsageError
from vanban.web.asking import Ask
from vanban.web.gate import COOKIE
from vanban.web.page import answer_html, face_of
from vanban.web.preferring import safe_back
from vanban.web.responding import respond
from vanban.web.room import Room
from vanban.web.words import page_words

_SIGN_IN = "/account/sign-in"


def add_accounts(app: FastAPI, room: Room) -> None:
    """The routes, where the room has accounts."""
    accounts = room.gate.accounts
    if accounts is None:
        return

    @app.get(_SIGN_IN, include_in_schema=False)
    async def sign_in_page(request: Request) -> Response:
        ask = Ask(request, room.gate.viewer(request))
        return _page(request, room, ask, "sign_in.html", {"back": safe_back(ask.word("back"))})

    @app.post(_SIGN_IN, include_in_schema=False)
    async def sign_in(request: Request) -> Response:
        form = await request.form()
        name = _word(form, "name")
        keys = (f"at {_from(request)}", f"as {name}")
        for key in keys:
            room.gate.count("sign-in", key)
        secret = await run_in_threadpool(accounts.sign_in, name, str(form.get("password", "")), _now())
        for key in keys:
            room.gate.forgive("sign-in", key)
        return _signed(request, secret, safe_back(_word(form, "back")))

    @app.post("/account/sign-out", include_in_schema=False)
    async def sign_out(request: Request) -> Response:
        await _checked(request, room, None)
        accounts.sign_out(request.cookies.get(COOKIE, ""), _now())
        response = RedirectResponse("/", 303)
        response.delete_cookie(COOKIE)
        return response

    @app.get("/account/begin", include_in_schema=False)
    async def begin_page(request: Request) -> Response:
        ask = Ask(request, room.gate.viewer(request))
        name = accounts.invited(ask.word("invitation"), _now())
        return _page(request, room, ask, "begin.html", {"name": name, "invitation": ask.word("invitation")})

    @app.post("/account/begin", include_in_schema=False)
    async def begin(request: Request) -> Response:
        room.gate.count("sign-in", f"at {_from(request)}")
        form = await request.form()
        password = str(form.get("password", ""))
        name = await run_in_threadpool(accounts.begin, _word(form, "invitation"), password, _now())
        secret = await run_in_threadpool(accounts.sign_in, name, password, _now())
        return _signed(request, secret, "/")

    @app.get("/account", include_in_schema=False)
    async def own(request: Request) -> Response:
        return _own(request, room, accounts, {})

    @app.post("/account/tokens", include_in_schema=False)
    async def tokens(request: Request) -> Response:
        form = await _checked(request, room, "read")
        name = room.gate.viewer(request).name
        if _word(form, "drop"):
            accounts.drop_token(name, _word(form, "drop"), _now())
            return RedirectResponse("/account", 303)
        return _own(request, room, accounts, {"token": accounts.make_token(name, _word(form, "label"), _now())})

    @app.post("/account/people", include_in_schema=False)
    async def people(request: Request) -> Response:
        form = await _checked(request, room, "administer")
        by, name, role = room.gate.viewer(request).name, _word(form, "name"), _word(form, "role")
        if _word(form, "what") == "invite":
            secret = accounts.invite(name, role, by, _now())
            base = Ask(request, room.gate.viewer(request)).base
            return _own(
                request, room, accounts, {"invitation": f"{base}/account/begin?invitation={secret}", "invited": name}
            )
        match _word(form, "what"):
            case "close":
                accounts.shut(name, by, _now())
            case "open":
                accounts.reopen(name, by, _now())
            case _:
                accounts.give_role(name, role, by, _now())
        return RedirectResponse("/account", 303)


def _own(request: Request, room: Room, accounts: Accounts, more: Mapping[str, Any]) -> Response:
    ask = room.asked(request)
    if not ask.viewer.name:
        raise UsageError("sign-in-first")
    administers = ask.viewer.may("administer")
    context = {
        "tokens": accounts.tokens(ask.viewer.name),
        "people": accounts.every() if administers else (),
        "log": [(each, *_told(each, ask.language, room)) for each in accounts.log()] if administers else (),
        "whole": accounts.log_is_whole() if administers else True,
        "roles": ROLES,
        "token": "",
        "invitation": "",
        "invited": "",
        **more,
    }
    return _page(request, room, ask, "account.html", context)


def _told(entry: Entry, language: Language, room: Room) -> tuple[str, str, str]:
    """A line of the log for a person: when, what was done, and its note (roles and states in words)."""
    t = page_words(room.rules, language)
    note = t(f"role.{entry.note}") if entry.note in ROLES else entry.note
    if entry.action == "change":
        note = t.deed(entry.note) if entry.note not in ROLES else note
    return f"{entry.at[:16].replace('T', ' ')} UTC", t.deed(entry.action), note


async def _checked(request: Request, room: Room, right: Any) -> FormData:
    """The form of somebody who has the right and whose session it is."""
    form = await request.form()
    viewer = room.gate.viewer(request)
    if right is not None:
        room.gate.require(viewer, right)
    room.gate.require_form(viewer, form)
    return form


def _page(request: Request, room: Room, ask: Ask, template: str, context: Mapping[str, Any]) -> Response:
    return respond(request, answer_html(template, face_of(room, ask), context))


def _signed(request: Request, secret: str, back: str) -> Response:
    response = RedirectResponse(back, 303)
    secure, seconds = request.url.scheme == "https", int(SIGNED_FOR.total_seconds())
    response.set_cookie(COOKIE, secret, max_age=seconds, httponly=True, samesite="lax", secure=secure)
    return response


def _word(form: FormData, name: str) -> str:
    return str(form.get(name, "")).strip()


def _from(request: Request) -> str:
    return request.client.host if request.client else ""


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
