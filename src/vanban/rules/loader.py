"""The strict loader: YAML tables to checked rows, compiled once and cached by content.

Refuses duplicate keys, unknown fields, duplicate ids and rows without examples where the table asks for them. A cold
load parses YAML; a warm one decodes one MessagePack file and costs a few milliseconds.
"""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from vanban.model.errors import RuleError
from vanban.rules.row import Row

R = TypeVar("R", bound=Row)


class _StrictLoader(yaml.CSafeLoader):
    """A YAML loader that takes a duplicate key for the mistake that it is."""


def _mapping(loader: _StrictLoader, node: yaml.MappingNode) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            line = key_node.start_mark.line + 1
            raise RuleError(f"{key_node.start_mark.name}, line {line}: the key “{key}” stands twice; keep one")
        seen[key] = loader.construct_object(value_node, deep=True)
    return seen


_StrictLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_table(path: Path, row_type: type[R]) -> tuple[R, ...]:
    """The checked rows of one YAML file (a list of mappings). Raises RuleError with file, row and fault."""
    try:
        with path.open("rb") as stream:
            raw = yaml.load(stream, Loader=_StrictLoader)
    except yaml.YAMLError as error:
        raise RuleError(f"{path.name}: not readable as YAML: {error}") from error
    if not isinstance(raw, list):
        raise RuleError(f"{path.name}: a table is a list of rows")
    return tuple(_check(path.name, raw, row_type))


def _check(name: str, raw: list[Any], row_type: type[R]) -> Iterable[R]:
    ids: set[str] = set()
    for index, item in enumerate(raw):
        label = item.get("id", f"row {index + 1}") if isinstance(item, dict) else f"row {index + 1}"
        try:
            row = msgspec.convert(item, row_type)
        except msgspec.ValidationError as error:
            raise RuleError(f"{name}, {label}: {error}") from error
        if row.id in ids:
            raise RuleError(f"{name}: the id “{row.id}” stands twice; every row needs its own")
        ids.add(row.id)
        yield row


def fingerprint(paths: Iterable[Path]) -> str:
    """One hash over the contents of all tables and row types: the version of the rules, told with every fact."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def cache_file(key: str) -> Path:
    """Where the compiled tables of this version are kept: the user's cache folder, never the archive."""
    root = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(root) / "vanban" / f"rules-{key[:32]}.msgpack"


def read_cache(path: Path, value_type: type[Any]) -> Any | None:
    """The cached value, or None where there is none or it does not fit."""
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=value_type)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        return None


def write_cache(path: Path, value: Any) -> None:
    """Keep a compiled value; a folder that cannot be written costs speed, nothing else."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(msgspec.msgpack.encode(value))
        draft.replace(path)
    except OSError:
        return
