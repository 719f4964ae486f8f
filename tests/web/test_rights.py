"""Who may do what: a test for each right of each role, by session and by token; refusals are clear."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import DECREE
from vanban.accounts import RIGHTS, ROLES, Accounts, Right, Role, may
from vanban.api import Archive
from vanban.model.errors import UsageError
from vanban.web.app import create_app
from vanban.web.beginning import first_invitation
from vanban.web.settings import Settings

PASSWORD = "bốn từ không liên quan"
NOW = dt.datetime(2026, 11, 1, 8, 0, tzinfo=dt.UTC)
PAPER = "SỞ SÔNG NGÒI\nSố: 9/QĐ-SSN\nQUYẾT ĐỊNH\nVề việc thử\nĐiều 1. Thử.\n"


class Shared:
    """A room with an account of each role."""

    def __init__(self, folder: Path) -> None:
        with Archive(folder / "vanban.db") as made:
            (folder / "a.txt").write_text(PAPER, encoding="utf-8")
            made.add(folder / "a.txt", workers=1)
        self.settings = Settings(str(folder / "vanban.db"), host="testserver", accounts=True)
        self.app = create_app(self.settings)
        self.accounts: Accounts = self.app.state.room.gate.accounts
        for role in ROLES:
            self.accounts.begin(self.accounts.invite(f"vai-{role}", role, "thử", _now()), PASSWORD, _now())

    def browser(self, role: Role | None) -> TestClient:
        client = TestClient(self.app)
        if role is not None:
            answer = client.post(
                "/account/sign-in", data={"name": f"vai-{role}", "password": PASSWORD}, follow_redirects=False
            )
            assert answer.status_code == 303, answer.text
        return client


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _word(client: TestClient, path: str = "/account") -> str:
    """The word that the session's forms bring back."""
    match = re.search(r'name="form" value="([^"]+)"', client.get(path).text)
    assert match
    return match[1]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    room = Shared(tmp_path_factory.mktemp("shared"))
    yield room
    room.app.state.room.close()


def _attempt(client: TestClient, right: Right, form: str) -> int:
    """Do what needs the right; the status says whether it was allowed (a wrong fact or file is another matter)."""
    if right == "read":
        return client.get("/documents.json").status_code
    if right == "add":
        return client.post("/add", data={"form": form}, files={"other": ("a.txt", b"x")}).status_code
    if right in ("assign", "judge"):
        verdict = "done" if right == "assign" else "rejected"
        told = {"form": form, "work": "/akn/vn/doc/x", "fact": "task:x:0", "verdict": verdict}
        return client.post("/judge", data=told).status_code
    return client.post(
        "/account/people", data={"form": form, "what": "invite", "name": "moi", "role": "reader"}
    ).status_code


def test_the_log_is_told_in_words(shared: Shared) -> None:
    client = shared.browser("administrator")
    client.post(
        "/account/people", data={"form": _word(client), "what": "invite", "name": "nguoi-doc", "role": "reader"}
    )
    log = client.get("/account").text.partition("Nhật ký")[2]
    assert re.search(r"<td>vai-administrator</td><td>mời</td><td>nguoi-doc</td><td>người đọc</td>", log)
    assert not re.search(r"sign-in|password|invite|token", re.sub(r"<form.*?</form>", "", log))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("right", RIGHTS)
def test_each_role_has_its_rights_and_no_other(shared: Shared, role: Role, right: Right) -> None:
    client = shared.browser(role)
    status = _attempt(client, right, _word(client))
    assert (status == 403) == (not may(role, right)), (role, right, status)
    refused = client.post("/judge", data={"verdict": "rejected"})
    if not may(role, "judge"):
        assert "không có quyền" in refused.text and "người rà soát" in refused.text
        assert "reviewer" not in refused.text


def test_nobody_may_do_anything(shared: Shared) -> None:
    client = shared.browser(None)
    for right in RIGHTS:
        assert _attempt(client, right, "") == 401, right
    page = client.get(DECREE, follow_redirects=False)
    assert page.status_code == 303 and page.headers["location"].startswith("/account/sign-in?back=")
    for path in ("/", "/changes.atom", "/sitemap.xml", f"/original/{'0' * 64}", "/add/x.json", "/desk/lists.zip"):
        assert client.get(path, follow_redirects=False).status_code in (303, 401), path


def test_every_page_and_its_json_is_shut_to_strangers(shared: Shared) -> None:
    client = shared.browser(None)
    open_paths = {"/robots.txt", "/opensearch.xml", "/switch", "/openapi.json", "/account/sign-in", "/account/begin"}
    for route in shared.app.routes:
        path = getattr(route, "path", "")
        if path in open_paths or path.startswith("/static") or "GET" not in (getattr(route, "methods", None) or ()):
            continue
        asked = re.sub(r"\{at\}", "0", re.sub(r"\{(?!at\})\w+\}", "x", path))
        answer = client.get(asked, follow_redirects=False)
        assert answer.status_code in (303, 401), (path, answer.status_code)


def test_a_form_of_another_session_is_refused(shared: Shared) -> None:
    client = shared.browser("administrator")
    assert _attempt(client, "administer", "nhặt được") == 403
    assert _attempt(client, "administer", _word(shared.browser("administrator"))) == 403


def test_a_token_is_its_account(shared: Shared) -> None:
    secret = shared.accounts.make_token("vai-editor", "máy quét", _now())
    client = TestClient(shared.app, headers={"Authorization": f"Bearer {secret}"})
    assert client.get("/documents.json").status_code == 200
    assert _attempt(client, "administer", "") == 403
    (token,) = [each for each in shared.accounts.tokens("vai-editor") if each.label == "máy quét"]
    shared.accounts.drop_token("vai-editor", token.id, _now())
    assert client.get("/documents.json").status_code == 401


def test_a_closed_account_is_out_at_once(shared: Shared) -> None:
    shared.accounts.begin(shared.accounts.invite("tạm", "reader", "thử", _now()), PASSWORD, _now())
    secret = shared.accounts.sign_in("tạm", PASSWORD, _now())
    shared.accounts.shut("tạm", "thử", _now())
    assert shared.accounts.session(secret, _now()) is None
    with pytest.raises(UsageError, match="not-signed-in"):
        shared.accounts.sign_in("tạm", PASSWORD, _now())


def test_reading_may_be_open_to_all(shared: Shared) -> None:
    settings = Settings(shared.settings.archive, host="testserver", accounts=True, public_reading=True)
    with TestClient(create_app(settings)) as client:
        assert client.get("/documents").status_code == 200
        assert _attempt(client, "add", "") == 401


def test_without_accounts_only_this_machine_writes(shared: Shared) -> None:
    with TestClient(create_app(Settings(shared.settings.archive, host="testserver"))) as client:
        assert client.get("/documents").status_code == 200
        answer = client.post("/judge", data={"verdict": "done"})
        assert answer.status_code == 403 and "--accounts" in answer.text


def test_without_accounts_nobody_writes_through_a_proxy(shared: Shared) -> None:
    """A name besides its own address, or a word of the proxy, says that others than this machine may be asking."""
    named = Settings(shared.settings.archive, hosts=("phap-luat.example",))
    with TestClient(create_app(named), base_url="http://phap-luat.example") as client:
        assert client.get("/documents").status_code == 200
        for right in ("add", "judge"):
            assert _attempt(client, right, "") == 403
    with TestClient(create_app(Settings(shared.settings.archive)), base_url="http://127.0.0.1") as client:
        assert _attempt(client, "add", "") == 400
        client.headers["X-Forwarded-For"] = "203.0.113.7"
        assert _attempt(client, "add", "") == 403


def test_guessing_is_slowed_down(tmp_path: Path) -> None:
    shared = Shared(tmp_path)
    client = shared.browser(None)
    statuses = [
        client.post("/account/sign-in", data={"name": "vai-reader", "password": "sai"}).status_code for _ in range(12)
    ]
    assert statuses[0] == 401 and statuses[-1] == 429
    shared.app.state.room.close()


# ---- the file of the accounts itself


def test_there_is_no_default_password(tmp_path: Path) -> None:
    with Archive(tmp_path / "vanban.db"):
        pass
    settings = Settings(str(tmp_path / "vanban.db"), accounts=True)
    app = create_app(settings)
    secret = first_invitation(settings)
    accounts: Accounts = app.state.room.gate.accounts
    with pytest.raises(UsageError, match="not-signed-in"):
        accounts.sign_in("quan-tri", "", _now())
    accounts.begin(secret, PASSWORD, _now())
    assert accounts.sign_in("quan-tri", PASSWORD, _now()) and first_invitation(settings) == ""
    app.state.room.close()


def test_an_invitation_works_once_and_not_for_ever(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "a")
    secret = accounts.invite("an", "reader", "thử", NOW)
    with pytest.raises(UsageError, match="invitation-over"):
        accounts.begin(secret, PASSWORD, NOW + dt.timedelta(days=8))
    with pytest.raises(UsageError, match="weak-password"):
        accounts.begin(secret, "ngắn", NOW)
    accounts.begin(secret, PASSWORD, NOW)
    with pytest.raises(UsageError, match="invitation-over"):
        accounts.begin(secret, PASSWORD, NOW)
    accounts.close()


def test_a_session_ends(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "a")
    accounts.begin(accounts.invite("an", "reader", "thử", NOW), PASSWORD, NOW)
    secret = accounts.sign_in("an", PASSWORD, NOW)
    assert accounts.session(secret, NOW + dt.timedelta(hours=11)) is not None
    assert accounts.session(secret, NOW + dt.timedelta(hours=13)) is None
    accounts.close()


def test_no_secret_is_kept_as_it_is(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "a")
    invitation = accounts.invite("an", "reader", "thử", NOW)
    accounts.begin(invitation, PASSWORD, NOW)
    secrets = [PASSWORD, accounts.sign_in("an", PASSWORD, NOW), accounts.make_token("an", "máy", NOW), invitation]
    accounts.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert not [each for each in secrets if each.encode() in kept]


def test_the_log_only_grows(tmp_path: Path) -> None:
    import sqlite3

    accounts = Accounts(tmp_path / "a")
    accounts.tell("an", "judge", "task:x:1", "không phải nhiệm vụ", NOW)
    accounts.tell("an", "add", "", "b.txt", NOW)
    assert [(each.who, each.action) for each in accounts.log()] == [("an", "add"), ("an", "judge")]
    other = sqlite3.connect(tmp_path / "a")
    for change in ("DELETE FROM log", "UPDATE log SET note = ''"):
        with pytest.raises(sqlite3.IntegrityError, match="append only"):
            other.execute(change)
    assert accounts.log_is_whole()
    other.execute("DROP TRIGGER log_is_not_changed")
    other.execute("UPDATE log SET note = 'khác' WHERE id = 1")
    other.commit()
    assert not accounts.log_is_whole()
    other.close()
    accounts.close()


def test_one_administrator_is_always_left(tmp_path: Path) -> None:
    """The last one cannot be demoted, closed, or invited into another role; one who never entered does not count."""
    accounts = Accounts(tmp_path / "a")
    secret = accounts.invite("an", "administrator", "thử", NOW)
    takings = (
        lambda: accounts.give_role("an", "reader", "an", NOW),
        lambda: accounts.shut("an", "an", NOW),
        lambda: accounts.invite("an", "reader", "an", NOW),
    )
    for entered in (False, True):
        if entered:
            accounts.begin(secret, PASSWORD, NOW)
            accounts.invite("bình", "administrator", "an", NOW)
        for take in takings:
            with pytest.raises(UsageError, match="last-administrator"):
                take()
            assert ("an", "administrator", True) in {(each.name, each.role, each.open) for each in accounts.every()}
    accounts.begin(accounts.invite("bình", "administrator", "an", NOW), PASSWORD, NOW)
    accounts.shut("an", "bình", NOW)
    assert accounts.sign_in("bình", PASSWORD, NOW)
    accounts.close()


def test_a_new_role_does_not_open_a_closed_account(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "a")
    accounts.begin(accounts.invite("an", "reader", "thử", NOW), PASSWORD, NOW)
    accounts.shut("an", "thử", NOW)
    accounts.give_role("an", "editor", "thử", NOW)
    assert [(each.role, each.open) for each in accounts.every()] == [("editor", False)]
    accounts.reopen("an", "thử", NOW)
    assert accounts.sign_in("an", PASSWORD, NOW)
    accounts.close()
