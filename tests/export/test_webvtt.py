"""Captions beside a rendered track."""

from __future__ import annotations

from prt_desktop.domain.timeline import Pace, timeline
from prt_desktop.export.webvtt import webvtt
from tests.builders import a_cue, an_exercise, lengths_of


def captions(*texts: str, length_ms: int = 2_000) -> str:
    exercise = an_exercise(*(a_cue(f"cue-{n}", text=text) for n, text in enumerate(texts)))
    shortest_ms = len(texts) * (length_ms + 1_000)
    return webvtt(timeline(exercise, lengths_of(exercise, length_ms), shortest_ms, Pace()))


def test_each_cue_is_shown_while_it_is_spoken() -> None:
    assert captions("Welcome.", "The end.") == (
        "WEBVTT\n\n"
        "cue-0\n00:00:00.000 --> 00:00:02.000\nWelcome.\n\n"
        "cue-1\n00:00:03.000 --> 00:00:05.000\nThe end.\n"
    )


def test_times_go_beyond_an_hour() -> None:
    assert "01:00:01.000 --> 02:00:01.000" in captions("One.", "Two.", length_ms=3_600_000)


def test_a_text_over_several_lines_stays_one_caption() -> None:
    assert "\nOne two three.\n" in captions("One\n\n two\tthree.")


def test_signs_that_mean_something_in_captions_are_written_out() -> None:
    assert "\nyou &amp; me --&gt; &lt;b&gt;\n" in captions("you & me --> <b>")
