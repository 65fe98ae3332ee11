from datetime import UTC, datetime, timedelta

from otehon.generation.media import MediaFile
from otehon.generation.sweep import files_to_remove

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def file(name: str, size: int, hours_ago: float) -> MediaFile:
    return MediaFile(f"ab/{name}/clip.mp4", size, NOON - timedelta(hours=hours_ago))


def removed(files: list[MediaFile], most: int = 10**9) -> list[str]:
    return sorted(one.media for one in files_to_remove(files, NOON, ttl=24 * 3600, max_bytes=most))


def test_the_too_old_go() -> None:
    assert removed([file("old", 1, 25), file("new", 1, 23)]) == ["old"]


def test_of_too_many_the_oldest_go_and_no_more_than_needed() -> None:
    files = [file("a", 40, 3), file("b", 40, 2), file("c", 40, 1)]
    assert removed(files, most=80) == ["a"]
    assert removed(files, most=79) == ["a", "b"]
    assert removed(files, most=120) == []
