"""`python -m benchmarks [NAME…]`: run the named measures, or all, and print one table with counts.

Each module beside this one that has `figures() -> Iterable[Figure]` is a measure.
"""

import importlib
import pkgutil
import sys
import time

import benchmarks
from benchmarks.figure import Figure


def _measures(wanted: list[str]) -> list[str]:
    names = [module.name for module in pkgutil.iter_modules(benchmarks.__path__)]
    return [
        name
        for name in names
        if (not wanted or name in wanted) and hasattr(importlib.import_module(f"benchmarks.{name}"), "figures")
    ]


def _line(figure: Figure) -> str:
    def show(value: float | None) -> str:
        if value is None:
            return ""
        return f"{100 * value:.2f} %" if figure.unit == "%" else f"{value:,.2f}"

    unit = "" if figure.unit == "%" else figure.unit
    return (
        f"| {figure.name} | {show(figure.value)} {unit} | {figure.count:,} | {show(figure.floor)} | "
        f"{show(figure.goal)} | {figure.verdict} | {figure.note} |"
    )


def main() -> None:
    """Print the table as it grows; a measure that fails stops the run."""
    print("| what | value | n | floor | goal | verdict | note |\n|---|---|---|---|---|---|---|")
    for name in _measures(sys.argv[1:]):
        begun = time.perf_counter()
        for figure in importlib.import_module(f"benchmarks.{name}").figures():
            print(_line(figure), flush=True)
        print(f"({name}: {time.perf_counter() - begun:.1f} s)", file=sys.stderr)


if __name__ == "__main__":
    main()
