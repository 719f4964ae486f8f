"""Folders in full, in the order of their paths, hidden files left out."""

from pathlib import Path

from vanban.reading.walk import walk


def test_files_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    names = ["b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "a-b/d.txt", "Đ/ê.txt", "a/B.txt"]
    for name in names:
        place = tmp_path / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("x", encoding="utf-8")
    for hidden in (".git/x.txt", "a/.hidden.txt", "node_modules/y.txt"):
        place = tmp_path / hidden
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("x", encoding="utf-8")
    found = [path for path, root in walk([tmp_path]) if root == tmp_path]
    assert found == sorted(tmp_path / name for name in names)


def test_a_linked_folder_is_named_and_not_entered(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "in" / "ring").symlink_to(tmp_path / "in")
    assert [path.name for path, _ in walk([tmp_path / "in"])] == ["a.txt", "ring"]
