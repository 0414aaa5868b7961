"""Where the gate sends people on to: our own pages only."""

import pytest

from admin.guard import safe_next


@pytest.mark.parametrize(
    "wanted", ["/staff", "/staff/events/7/live", "/staff/audit?before=12", "/staff#main"]
)
def test_an_address_of_ours_is_kept(wanted: str) -> None:
    assert safe_next(wanted) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        "",
        "https://evil.example/staff",
        "//evil.example/staff",
        "/\\evil.example",
        "\\\\evil.example/staff",
        "javascript:alert(1)",
        "/other",
        "staff",
        "/staff\n//evil.example",
        "/staff\t",
        "/ /staff",
        "http://[broken/staff",
        "/staff/\u202eevil",
    ],
)
def test_anything_else_is_not_followed(wanted: str) -> None:
    assert safe_next(wanted) is None
