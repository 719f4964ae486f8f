"""The OpenAPI document: every page's JSON with what may be asked and the schema of the answer."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from vanban.api.added import Addition
from vanban.model import Judgement
from vanban.review.drafting import Draft
from vanban.rules import Rules
from vanban.web.page import Page, json_path
from vanban.web.words import page_words

_TEXT = {"type": "string"}
_PART = re.compile(r"\{(\w+)\}")


# What is sent or asked besides pages: method, path, the type of its answer.
_ELSE: tuple[tuple[str, str, Any], ...] = (
    ("get", "/add/{id}.json", Addition),
    ("post", "/desk/draft.json", Draft),
    ("post", "/judge", Judgement),
)


def describe(app: FastAPI, pages: Iterable[Page], rules: Rules) -> None:
    """Let the application describe itself by the types that its answers are, made when it is first asked."""
    kept: dict[str, Any] = {}

    def openapi() -> dict[str, Any]:
        if not kept:
            kept.update(_document(app, tuple(pages), rules))
        return kept

    app.openapi = openapi  # type: ignore[method-assign]


def _document(app: FastAPI, pages: tuple[Page, ...], rules: Rules) -> dict[str, Any]:
    told = page_words(rules, "en")
    made = get_openapi(title=app.title, version=app.version, routes=app.routes)
    schemas, components = msgspec.json.schema_components(
        [*(page.shape for page in pages), *(shape for _, _, shape in _ELSE)], ref_template="#/components/schemas/{name}"
    )
    made.setdefault("components", {}).setdefault("schemas", {}).update(components)
    for page, schema in zip(pages, schemas, strict=False):
        path, asked = json_path(page.path), page.query.items()
        operation = made["paths"][path]["get"]
        operation["summary"] = page.name
        operation["parameters"] = [
            *({"name": part, "in": "path", "required": True, "schema": _TEXT} for part in _PART.findall(path)),
            *({"name": name, "in": "query", "description": told(key), "schema": _TEXT} for name, key in asked),
        ]
        operation["responses"]["200"]["content"] = {"application/json": {"schema": schema}}
        # The page itself, for people, is the same answer dressed.
        made["paths"].pop(page.path, None)
    for (method, path, _), schema in zip(_ELSE, schemas[len(pages) :], strict=True):
        made["paths"][path][method]["responses"]["200"]["content"] = {"application/json": {"schema": schema}}
    return made
