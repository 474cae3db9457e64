"""A diary's numbers as a FHIR R4 Bundle: a file for a clinic's software, sent by nobody.

One Observation for every score. Only 0 to 10 pain severity has a code of LOINC; our own questions
have words alone, since no code was made for them. `valueInteger`, for LOINC's list of answers to
72514-3 is odd. The files only name what they hold: nothing is concluded from it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, uuid5

from prt_desktop.domain.circumstances import Rating
from prt_desktop.domain.diary import Entry, Measure
from prt_desktop.domain.scores import Score, Source, scores_of

if TYPE_CHECKING:
    from prt_desktop.domain.whole_diary import WholeDiary

Resource = dict[str, Any]

LOINC = "http://loinc.org"
PAIN_CODE = "72514-3"
PAIN_DISPLAY = "Pain severity - 0-10 verbal numeric rating [Score] - Reported"
LOINC_NOTICE = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright \u00a9 "
    "Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) "
    "Committee and is available at no cost under the license at http://loinc.org/license. "
    "LOINC\u00ae is a registered United States trademark of Regenstrief Institute, Inc."
)
NOT_VALIDATED = "Own questions of PRT Desktop; not a validated scale."
_SURVEY = {
    "system": "http://terminology.hl7.org/CodeSystem/observation-category",
    "code": "survey",
    "display": "Survey",
}
_RATINGS = {
    Rating.FEAR: "Fear",
    Rating.CONFIDENCE: "Confidence",
    Rating.CURIOSITY: "Curiosity",
    Rating.SLEEP: "How well I slept",
    Rating.MOOD: "Mood",
    Rating.PAIN: "Pain",
}
QUESTIONS = {
    "pain": "Average pain in the last week",
    "enjoyment": "How much pain was in the way of enjoying life in the last week",
    "activity": "How much pain was in the way of daily activity in the last week",
    "fear": "Fear of the pain",
    "confidence": "Confidence to do things",
    "damage": "How much I believe that pain means damage",
}
BELIEF = "How sure I am that the pain comes from an alarm"


@dataclass(frozen=True, slots=True)
class Origin:
    """Who wrote the file and when: the program's version, and a time with its zone."""

    version: str
    written_at: datetime


def diary_fhir(diary: WholeDiary, origin: Origin, pseudonym_of: str = "") -> bytes:
    """Give the scores of a diary as a Bundle of type `collection`, in JSON.

    The patient is a pseudonym made from `pseudonym_of`, which should be the same for every file
    of a person; without it, from the diary's oldest id.
    """
    return json.dumps(bundle(diary, origin, pseudonym_of), ensure_ascii=False, indent=1).encode()


def bundle(diary: WholeDiary, origin: Origin, pseudonym_of: str = "") -> Resource:
    """Give that Bundle as plain values."""
    writer = _Writer(origin, _name("patient", pseudonym_of or oldest_id(diary)))
    answered = [entry for entry in diary.entries if isinstance(entry.details, Measure)]
    resources = [
        writer.patient(),
        writer.device(),
        *(writer.questionnaire_response(entry) for entry in answered),
        *(writer.observation(score) for score in scores_of(diary)),
    ]
    entries = [{"fullUrl": _urn(one["id"]), "resource": one} for one in resources]
    at = _when(origin.written_at)
    return {"resourceType": "Bundle", "type": "collection", "timestamp": at, "entry": entries}


def oldest_id(diary: WholeDiary) -> str:
    """Give the id that a person's pseudonym is made from."""
    dated = [
        *((entry.created_at, entry.id) for entry in diary.entries),
        *((belief.rated_at, belief.id) for belief in diary.beliefs),
        *((rung.added_at, rung.id) for rung in diary.rungs),
    ]
    return min(dated)[1] if dated else ""


class _Writer:
    """Writes resources of one person that know each other by their URNs."""

    def __init__(self, origin: Origin, patient: str) -> None:
        self._origin = origin
        self._patient = patient
        self._device = _name("device", f"PRT Desktop {origin.version}")

    def patient(self) -> Resource:
        """Write the person, of whom nothing is told but a pseudonym."""
        identifier = {"system": "urn:ietf:rfc:3986", "value": _urn(self._patient)}
        return {"resourceType": "Patient", "id": self._patient, "identifier": [identifier]}

    def device(self) -> Resource:
        """Write the program, with the notice that LOINC asks for."""
        return {
            "resourceType": "Device",
            "id": self._device,
            "deviceName": [{"name": "PRT Desktop", "type": "user-friendly-name"}],
            "version": [{"value": self._origin.version}],
            "note": [{"text": LOINC_NOTICE}, {"text": NOT_VALIDATED}],
        }

    def questionnaire_response(self, entry: Entry) -> Resource:
        """Write the answers to our own questions, the words about the whole among them."""
        assert isinstance(entry.details, Measure)
        items: list[Resource] = [
            {"linkId": item, "text": f"{QUESTIONS[item]}, 0 to 10", "answer": [_integer(value)]}
            for item, value in entry.details.given().items()
        ]
        if entry.text:
            words = [{"valueString": entry.text}]
            items.append(
                {"linkId": "words", "text": "How things changed on the whole", "answer": words}
            )
        response = {
            "resourceType": "QuestionnaireResponse",
            "id": _name("response", entry.id),
            "status": "completed",
            "subject": _to(self._patient),
            "authored": _when(entry.created_at),
            "author": _to(self._patient),
            "source": _to(self._patient),
        }
        return {**response, "item": items} if items else response

    def observation(self, score: Score) -> Resource:
        """Write one score."""
        written: Resource = {
            "resourceType": "Observation",
            "id": _name("score", score.id),
            "status": "final",
            "category": [{"coding": [_SURVEY]}],
            "code": _code(score),
            "subject": _to(self._patient),
            "effectiveDateTime": _when(score.at),
            "performer": [_to(self._patient)],
            **_integer(score.value),
            "note": [{"text": f"self-reported, PRT Desktop {self._origin.version}"}],
            "device": _to(self._device),
        }
        if score.areas:
            named = ", ".join(area.value.replace("_", " ") for area in score.areas)
            written["bodySite"] = {"text": named}
        if score.source is Source.MEASURE:
            written["derivedFrom"] = [_to(_name("response", score.kept_in))]
        return written


def _code(score: Score) -> Resource:
    code: Resource = {"text": f"{_words(score)}, 0 to {score.highest}"}
    if is_pain(score):
        code["coding"] = [{"system": LOINC, "code": PAIN_CODE, "display": PAIN_DISPLAY}]
    return code


def is_pain(score: Score) -> bool:
    """Say whether a score is how strong pain was, 0 to 10: the one thing that has a code."""
    return score.source in {Source.RATING, Source.MEASURE} and score.item == "pain"


def _words(score: Score) -> str:
    if score.source is Source.RATING:
        return _RATINGS[Rating(score.item)]
    if score.source is Source.MEASURE:
        return QUESTIONS[score.item]
    if score.source is Source.BELIEF:
        return BELIEF
    return f"Fear of a movement: {score.about}"


def _integer(value: int) -> Resource:
    return {"valueInteger": value}


def _when(at: datetime) -> str:
    """Write a time to the second with its zone, as FHIR has it: hours and minutes."""
    offset = at.utcoffset()
    if offset is None or offset.total_seconds() % 60:
        at = at.astimezone(UTC)
    return at.isoformat(timespec="seconds")


def _name(kind: str, of: str) -> str:
    return str(uuid5(NAMESPACE_OID, f"prt-desktop:{kind}:{of}"))


def _urn(name: str) -> str:
    return f"urn:uuid:{name}"


def _to(name: str) -> Resource:
    return {"reference": _urn(name)}
