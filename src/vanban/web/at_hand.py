"""Answers that several pages are cut from (a page shows one kind of all faults), kept until the archive changes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Any, TypeVar

_Value = TypeVar("_Value")
_MOST = 8


class AtHand:
    """The last few values by key, each made once however many ask for it at the same time; safe for many threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Hashable, Hashable], Future[Any]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, revision: Hashable, make: Callable[[], _Value]) -> _Value:
        """The value under a key at a state of the archive, made where it is not here. Raises what `make` raises."""
        asked = (key, revision)
        with self._lock:
            kept = self._kept.get(asked)
            mine = kept is None
            if kept is None:
                for old in [each for each in self._kept if each[0] == key]:
                    del self._kept[old]
                kept = self._kept[asked] = Future()
                while len(self._kept) > _MOST:
                    self._kept.popitem(last=False)
            else:
                self._kept.move_to_end(asked)
        if mine:
            try:
                kept.set_result(make())
            except BaseException as error:
                with self._lock:
                    self._kept.pop(asked, None)
                kept.set_exception(error)
        value: _Value = kept.result()
        return value
