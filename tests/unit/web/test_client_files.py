"""Which files of a built client are served at all."""

from pathlib import Path

from world_server.web.client_files import CONTENT_TYPES, built_files


def test_only_files_of_known_kinds_found_at_the_start_are_served(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    for name in ("index.html", "index.html.br", "assets/a-1.js", "assets/a-1.js.gz", ".env", "x"):
        (tmp_path / name).write_text("x")
    (tmp_path / "assets" / "folder.js").mkdir()
    assert set(built_files(tmp_path)) == {"index.html", "assets/a-1.js"}


def test_a_client_that_is_not_built_has_no_files(tmp_path: Path) -> None:
    assert built_files(tmp_path / "dist") == {}


def test_text_is_utf_8() -> None:
    assert all(
        kind.endswith("utf-8") for kind in CONTENT_TYPES.values() if kind.startswith("text/")
    )
