"""The OpenAPI document tells the truth: each answer fits the schema that it names."""

import jsonschema
import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import DECREE

VIEWS = ("", "/compare", "/timeline", "/lineage", "/references", "/impact", "/original", "/~art_5", "/~art_5/words")


@pytest.mark.parametrize(
    "path", [*(DECREE + view for view in VIEWS), "/search", "/changes", "/documents", "/desk/tasks"]
)
def test_an_answer_fits_its_schema(room: TestClient, path: str) -> None:
    told = room.get("/openapi.json").json()
    pattern = path.replace(DECREE, "/akn/vn/{kind}/{type}/{issuer}/{date}/{number}").replace("~art_5", "~{eid}")
    operation = told["paths"][pattern + ".json"]["get"]
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    answer = room.get(path + ".json", params={"on": "2024-02-01", "q": "hanh lang"}).json()
    jsonschema.validate(answer, {**schema, "components": told["components"]})


def test_what_is_sent_is_described(room: TestClient) -> None:
    told = room.get("/openapi.json").json()
    for method, path, name in (
        ("get", "/add/{id}.json", "Addition"), ("post", "/desk/draft.json", "Draft"), ("post", "/judge", "Judgement"),
    ):  # fmt: skip
        schema = told["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"]
        assert schema == {"$ref": f"#/components/schemas/{name}"} and name in told["components"]["schemas"]


def test_every_parameter_is_explained(room: TestClient) -> None:
    for path, methods in room.get("/openapi.json").json()["paths"].items():
        for parameter in methods.get("get", {}).get("parameters", ()):
            assert parameter["in"] == "path" or parameter["description"], path
