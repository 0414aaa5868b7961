"""Figures as Markdown: a part with its title, a table, a number as a person reads it."""

from collections.abc import Iterable, Iterator, Sequence

from bench.record import Kept, Record, plain


def part(title: str, lines: Iterable[str]) -> Iterator[str]:
    """One of the document's parts."""
    return _under("##", title, lines)


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """One section of a part."""
    return _under("###", title, lines)


def begins_with(record: Record, begins: str) -> Iterator[str]:
    """Every figure whose name begins so, in a table; nothing at all when there is none."""
    found = [figure for figure in record.figures if figure.name.startswith(begins)]
    if not found:
        return
    rows = [
        (
            figure.name.removeprefix(begins).replace(".", ", ").replace("_", " "),
            shown(figure),
            figure.note,
        )
        for figure in found
    ]
    yield from table(("", "", ""), rows)


def shown(figure: Kept) -> str:
    """A value with its unit."""
    if figure.unit == "share":
        return f"{figure.value:.1%}"
    return f"{plain(figure.value)} {figure.unit}"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table with these heads."""
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _under(marks: str, title: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield ""
        yield f"{marks} {title}"
        yield ""
        yield from told
