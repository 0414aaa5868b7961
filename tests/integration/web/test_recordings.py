"""Recorded tours over HTTP: whatever staff published, whole, and nothing else."""

from web_recordings import a_recording
from web_town import Town


async def test_a_published_recording_is_listed_and_told_whole(town: Town) -> None:
    event = await a_recording(town, publish=True)
    browser = await town.browser()
    listed = await browser.get("/api/recordings")
    (card,) = listed.body["recordings"]
    assert card == {
        "slug": event.slug,
        "title": event.title,
        "place": "sakagura",
        "day": "2026-11-22",
        "languages": ["ja", "en"],
        "seconds": 20,
        "lines": 2,
    }
    told = await browser.get(f"/api/recordings/{event.slug}")
    assert told.body == {
        "recording": card,
        "marks": [[0, 1, 0.5, 2, 0.25], [20_000, 30, 0.5, 2, 1.57]],
        "said": [
            {"at": 4000, "by": "guide", "text": "ようこそ", "phrase": None},
            {"at": 9000, "by": "guide", "text": None, "phrase": 3},
        ],
    }


async def test_what_is_not_published_is_not_there(town: Town) -> None:
    event = await a_recording(town, publish=False)
    browser = await town.browser()
    assert (await browser.get("/api/recordings")).body == {"recordings": []}
    for slug in (event.slug, "nothing", "..%2f"):
        answer = await browser.get(f"/api/recordings/{slug}")
        assert (answer.status, answer.code) == (404, "not-found")


async def test_asking_too_often_is_refused(town: Town) -> None:
    browser = await town.browser()
    await browser.get("/api/recordings")
    await town.empty_bucket("reads")
    for path in ("/api/recordings", "/api/recordings/x"):
        assert (await browser.get(path)).code == "too-many"
