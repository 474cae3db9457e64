"""The numbers of a diary as a FHIR R4 Bundle, judged by a validator of others."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle

from prt_desktop.domain.scores import scores_of
from prt_desktop.domain.whole_diary import WholeDiary
from prt_desktop.export.fhir import Origin, diary_fhir
from tests.builders import NOON, a_belief, a_measure, a_rung, an_entry
from tests.whole_diaries import KNOWN_SCORES, TOLD, a_whole_diary

ORIGIN = Origin("1.2.3", NOON)


def resources(diary: WholeDiary, kind: str = "Observation") -> list[dict[str, Any]]:
    """Give the resources of one kind in the Bundle of a diary, once it was validated."""
    content = diary_fhir(diary, ORIGIN)
    Bundle.model_validate_json(content)
    held = [entry["resource"] for entry in json.loads(content)["entry"]]
    return [one for one in held if one["resourceType"] == kind]


def test_every_score_kept_is_one_observation() -> None:
    diary = a_whole_diary()

    observations = resources(diary)

    assert len(observations) == len(scores_of(diary)) == KNOWN_SCORES
    assert Counter(one["valueInteger"] for one in observations) == Counter(
        score.value for score in scores_of(diary)
    )


def test_an_empty_diary_is_a_valid_bundle_of_a_person_alone() -> None:
    assert resources(WholeDiary()) == []
    assert len(resources(WholeDiary(), "Patient")) == 1


def test_only_pain_from_0_to_10_has_a_code() -> None:
    diary = WholeDiary(
        (an_entry(circumstances=TOLD), a_measure()), beliefs=(a_belief(),), rungs=(a_rung(),)
    )

    codes = [one["code"] for one in resources(diary)]

    coded = [code for code in codes if "coding" in code]
    assert {code["text"] for code in coded} == {
        "Pain, 0 to 10",
        "Average pain in the last week, 0 to 10",
    }
    assert {code["coding"][0]["code"] for code in coded} == {"72514-3"}
    assert all(code["text"] for code in codes)


def test_a_score_says_that_the_person_reported_it_and_by_which_version() -> None:
    [observation] = resources(WholeDiary(beliefs=(a_belief(70),)))

    assert observation["note"] == [{"text": "self-reported, PRT Desktop 1.2.3"}]
    assert observation["status"] == "final"
    assert observation["category"][0]["coding"][0]["code"] == "survey"


def test_a_time_keeps_its_zone() -> None:
    auckland = timezone(timedelta(hours=13))

    [observation] = resources(WholeDiary(beliefs=(a_belief(rated_at=NOON.astimezone(auckland)),)))

    assert observation["effectiveDateTime"] == "2026-11-24T01:00:00+13:00"


def test_a_zone_with_seconds_is_written_as_utc() -> None:
    old = timezone(timedelta(minutes=53, seconds=28))

    [observation] = resources(WholeDiary(beliefs=(a_belief(rated_at=NOON.astimezone(old)),)))

    assert datetime.fromisoformat(observation["effectiveDateTime"]) == NOON.astimezone(UTC)


def test_answers_to_our_questions_stand_together_too() -> None:
    diary = WholeDiary((a_measure(pain=3),))

    [response] = resources(diary, "QuestionnaireResponse")

    answers = {item["linkId"]: item["answer"][0] for item in response["item"]}
    assert answers["pain"] == {"valueInteger": 3}
    assert answers["words"] == {"valueString": "A little easier."}
    urn = f"urn:uuid:{response['id']}"
    assert {one["derivedFrom"][0]["reference"] for one in resources(diary)} == {urn}


def test_what_is_referred_to_is_in_the_bundle() -> None:
    bundle = json.loads(diary_fhir(a_whole_diary(), ORIGIN))
    there = {entry["fullUrl"] for entry in bundle["entry"]}

    text = json.dumps(bundle)

    named = {part.split('"')[0] for part in text.split('"reference": "')[1:]}
    assert named
    assert named <= there
    assert len(there) == len(bundle["entry"])


def test_the_person_is_the_same_in_every_file_and_has_no_name() -> None:
    first = resources(a_whole_diary(), "Patient")
    diary = a_whole_diary()

    again = [resources(diary, "Patient") for _ in range(2)]

    assert again[0] == again[1]
    assert set(first[0]) == {"resourceType", "id", "identifier"}


@pytest.mark.parametrize("words", ["Bread and tea.", "Unsent."])
def test_no_words_of_the_diary_are_in_it_but_those_at_our_questions(words: str) -> None:
    diary = WholeDiary((an_entry(words, circumstances=TOLD),))

    assert words not in diary_fhir(diary, ORIGIN).decode()


def test_the_notice_that_loinc_asks_for_is_there() -> None:
    [device] = resources(a_whole_diary(), "Device")

    assert "LOINC is copyright" in device["note"][0]["text"]
