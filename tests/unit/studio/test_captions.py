import json

from otehon.studio.captions import webvtt
from otehon.studio.take import Phase, Tally

PHASES = (Phase(0, 30, "上げる", "lift"), Phase(30, 45, "下ろす & 戻す", "lower"))


def test_one_cue_a_phase_in_the_wanted_language():
    assert webvtt(PHASES, "ja").splitlines() == [
        "WEBVTT",
        "",
        "00:00:00.000 --> 00:00:01.000",
        "上げる",
        "",
        "00:00:01.000 --> 00:00:01.500",
        "下ろす &amp; 戻す",
    ]
    assert "lower" in webvtt(PHASES, "en")


def test_the_tally_is_a_note_before_the_cues():
    lines = webvtt(PHASES, "ja", Tally(total=10, holds=False, starts=(0, 45))).splitlines()
    prefix, _, counter = lines[2].partition("NOTE counter ")
    assert prefix == ""
    assert json.loads(counter) == {"unit": "reps", "total": 10, "starts": [0.0, 1.5]}
    assert lines[3] == ""


def test_a_hold_counts_seconds():
    text = webvtt(PHASES, "en", Tally(total=30, holds=True, starts=(0, 30)))
    assert '"unit": "seconds"' in text


def test_phases_in_a_row_that_say_the_same_share_a_cue():
    text = webvtt((*PHASES[:1], Phase(30, 60, "上げる", "lift"), Phase(60, 75, "下ろす", "lower")), "ja")
    assert text.count(" --> ") == 2
    assert "00:00:00.000 --> 00:00:02.000\n上げる" in text
