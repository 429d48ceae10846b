"""Statements: each rule of language beside its example."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from graph.record import Record, Statement
from ingest.assertion import asserts
from ingest.pipeline import Reading
from ingest.verbs import verb_forms
from tests.ingest.facts import Read

Said = list[tuple[str, str, str]]


def statements_of(record: Record) -> list[Statement]:
    return [f for f in record.facts if isinstance(f, Statement)]


def said(record: Record) -> Said:
    """Speaker, first letter of the form, text."""
    return [(s.speaker, s.form[0], s.text) for s in statements_of(record)]


LAVROV = "Russian Foreign Minister Sergey Lavrov arrived in Kabul on Monday."


def test_the_lexicon_holds_more_than_120_verbs_with_all_their_forms() -> None:
    forms = verb_forms()
    assert len({verb for verb, _ in forms.values()}) > 120
    assert {forms[f][0] for f in ("said", "says", "saying")} == {"say"}
    assert {forms[f][0] for f in ("denies", "denied", "denying")} == {"deny"}
    assert forms["slamming"][0] == "slam"
    assert forms["criticising"][0] == "criticise"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Trust takes time,” Lavrov said.", ("sergey-lavrov", "d", "Trust takes time")),
        (
            "“Trust takes time,” said Lavrov, who had landed at dawn.",
            ("sergey-lavrov", "d", "Trust takes time"),
        ),
        ("“Trust takes time”, Lavrov told reporters.", ("sergey-lavrov", "d", "Trust takes time")),
        ("Lavrov told the guests: “Trust takes time.”", ("sergey-lavrov", "d", "Trust takes time.")),
        (
            "Lavrov explained, “Trust takes a lot of time.”",
            ("sergey-lavrov", "d", "Trust takes a lot of time."),
        ),
        ("“Trust takes time,” Lavrov thundered.", ("sergey-lavrov", "d", "Trust takes time")),
    ],
)
def test_a_quotation_that_holds_a_clause_is_direct_speech(
    read: Read, text: str, expected: tuple[str, str, str]
) -> None:
    assert said(read(f"{LAVROV}\n\n{text}")) == [expected]


def test_a_quotation_broken_by_its_attribution_is_joined(read: Read) -> None:
    record = read(f"{LAVROV}\n\n“Trust takes time,” Lavrov said, “and we have little of it.”")
    assert said(record) == [("sergey-lavrov", "d", "Trust takes time, and we have little of it.")]


def test_a_quotation_over_paragraphs_is_one_statement(read: Read) -> None:
    record = read(
        f"{LAVROV}\n\n“Trust takes a lot of time,” Lavrov said.\n\n“We have little of it.\n\n“But we try.”"
    )
    assert said(record)[-1][2].endswith("We have little of it. But we try.")


def test_a_quoted_fragment_belongs_to_the_reported_clause(read: Read) -> None:
    record = read(f"{LAVROV}\n\nThe move, Lavrov added, “takes nothing away from anybody”.")
    assert said(record) == [
        ("sergey-lavrov", "r", "The move, Lavrov added, “takes nothing away from anybody”")
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lavrov said that the door was open.", "the door was open"),
        ("Lavrov said on Tuesday the door was open.", "the door was open"),
        ("Lavrov has told the delegates that the door is open.", "the door is open"),
        ("The door was open, Lavrov said.", "The door was open"),
        ("The door was open, Lavrov said on Monday, hours after Iran had left.", "The door was open"),
        ("The door, Lavrov said, was open.", "The door, Lavrov said, was open"),
        ("The door was open, Lavrov said, and it would stay so.", None),
        ("Lavrov voiced deep concern over the closed door.", "deep concern over the closed door"),
        ("Lavrov spoke of “a very long night”.", "“a very long night”"),
        ("Lavrov called the idea “an error”.", "called the idea “an error”"),
        ("Lavrov accused Poland of stalling.", "accused Poland of stalling"),
        ("Lavrov warned against redrawing borders.", "warned against redrawing borders"),
        ("Lavrov called on Poland to open the door.", "called on Poland to open the door"),
        ("The plan was rejected by Lavrov.", "The plan was rejected"),
    ],
)
def test_reported_speech_is_the_clause_or_the_phrase_of_its_verb(
    read: Read, text: str, content: str | None
) -> None:
    wanted = text.rstrip(".") if content is None else content
    assert said(read(f"{LAVROV}\n\n{text}")) == [("sergey-lavrov", "r", wanted)]


@pytest.mark.parametrize(
    "text",
    [
        "Lavrov would not say whether the door was open.",
        "Lavrov declined to comment.",
        "Lavrov is expected to announce a new round.",
        "Lavrov called on the king in the afternoon.",
        "Lavrov called off the meeting.",
        "Lavrov recalled his ambassador.",
        "Lavrov welcomed the ministers to the capital.",
        "Lavrov was told that the door was open.",
    ],
)
def test_what_only_looks_like_a_saying_is_none(read: Read, text: str) -> None:
    assert said(read(f"{LAVROV}\n\n{text}")) == []


def test_coordinated_verbs_are_one_statement_each(read: Read) -> None:
    record = read(f"{LAVROV}\n\nLavrov welcomed the step and thanked Oman, stressing that more was needed.")
    assert said(record) == [
        ("sergey-lavrov", "r", "welcomed the step"),
        ("sergey-lavrov", "r", "thanked Oman"),
        ("sergey-lavrov", "r", "more was needed"),
    ]


def test_what_follows_a_saying_without_being_said_is_left_out(read: Read) -> None:
    record = read(f"{LAVROV}\n\nLavrov reported “some progress” and is to travel to Oman in May.")
    assert said(record) == [("sergey-lavrov", "r", "“some progress”")]


def test_several_speakers_have_one_statement_each(read: Read) -> None:
    record = read("Cuba and Nicaragua condemned the raid.")
    assert said(record) == [("cub", "r", "condemned the raid"), ("nic", "r", "condemned the raid")]


@pytest.mark.parametrize("subject", ["He", "The minister", "The Russian minister", "The visitor"])
def test_pronouns_and_descriptions_stand_for_the_person(read: Read, subject: str) -> None:
    assert said(read(f"{LAVROV} {subject} said that the door was open.")) == [
        ("sergey-lavrov", "r", "the door was open")
    ]


@pytest.mark.parametrize(
    "subject", ["Beijing", "The Chinese side", "China’s Foreign Ministry", "The Chinese government"]
)
def test_capitals_sides_and_ministries_speak_for_their_state(read: Read, subject: str) -> None:
    assert said(read(f"{subject} said that the door was open."))[0][0] == "chn"


def test_the_ministry_alone_speaks_for_the_state_whose_officials_spoke(read: Read) -> None:
    record = read(f"{LAVROV} He said that the door was open. It would stay so, the Foreign Ministry added.")
    assert [s.speaker for s in statements_of(record)] == ["sergey-lavrov", "rus"]


def test_an_unnamed_holder_of_a_post_speaks_as_the_office(read: Read) -> None:
    record = read("Pakistan’s deputy foreign minister said that the door was open.")
    assert statements_of(record)[0].speaker.startswith("pak-")


def test_an_unknown_speaker_is_skipped_with_its_reason(read_all: Callable[..., Reading]) -> None:
    reading = read_all("A shopkeeper said that the door was open.")
    assert said(reading.record) == []
    assert [s.reason for s in reading.skipped if s.kind == "statement"] == [
        "a saying whose speaker is not known"
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Lavrov met Araghchi. The spokesman stayed silent. Moscow was content, the ministry said.", ["rus"]),
        (
            "Lavrov said that the door was open. His counterpart, Abbas Araghchi, agreed that it was.",
            ["sergey-lavrov"],
        ),
        ("The EU met in Brussels. The Union condemned the raid.", ["european-union"]),
        ("Cuba and Peru met in Lima. Both countries condemned the raid.", ["cub", "per"]),
        ("Lavrov, who had warned that the door was open, left.", ["sergey-lavrov"]),
        ("Cuba praised Lavrov, who in turn thanked Havana.", ["cub", "sergey-lavrov"]),
        ("For Lavrov, the plan is “a very bad dream”.", ["sergey-lavrov"]),
        ("The global community, including Cuba and Peru, condemned the raid.", ["cub", "per"]),
        ("The plan was rejected by Cuba.", ["cub"]),
    ],
)
def test_speakers_are_found_behind_many_words(read: Read, text: str, speakers: list[str]) -> None:
    assert [s.speaker for s in statements_of(read(f"{LAVROV}\n\n{text}"))] == speakers


def test_a_new_quotation_without_a_verb_is_by_whom_the_text_is_about(read: Read) -> None:
    assert said(read(f"{LAVROV} He chose his words. “The door is open to everybody.”")) == [
        ("sergey-lavrov", "d", "The door is open to everybody.")
    ]


def test_he_and_she_are_told_apart(read: Read) -> None:
    text = (
        "Mr Peter Szijjarto met Ms Annalena Baerbock in Paris. She said that the door was open. "
        "He replied that it was shut."
    )
    assert [s.speaker for s in statements_of(read(text))] == ["annalena-baerbock", "peter-szijjarto"]


def test_according_to_a_person_reports_what_he_said(read: Read) -> None:
    record = read(f"{LAVROV} According to Lavrov, the door was open.")
    assert said(record) == [("sergey-lavrov", "r", "the door was open")]


def test_the_evidence_is_the_sentence_and_nested_speech_is_not_repeated(read: Read) -> None:
    text = "China said that Iran had denied the report."
    (only,) = statements_of(read(text))
    assert only.evidence == ((0, len(text)),)
    assert only.speaker == "chn"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "“",
        "Said.",
        "Lavrov said",
        "“a b c d”, said",
        "China called on Iran to",
        "It, he said",
        "According to ,",
    ],
)
def test_a_text_that_breaks_off_is_read_all_the_same(read: Read, text: str) -> None:
    assert all(s.text for s in statements_of(read(text)))


def test_what_is_told_to_reporters_is_not_said_at_the_meeting(read: Read) -> None:
    text = (
        "Russian Foreign Minister Sergey Lavrov met Iranian Foreign Minister Abbas Araghchi in Moscow on Monday. "
        "Lavrov thanked Iran for its patience. Araghchi told reporters that Iran was content."
    )
    at, after = statements_of(read(text))
    assert at.event is not None
    assert after.event is None


def test_an_infinitive_that_heads_its_sentence_asserts_nothing() -> None:
    words, tags = ["To", "go", "."], ["TO", "VB", "."]
    doc = Doc(
        spacy.blank("en").vocab,
        words,
        tags=tags,
        lemmas=["to", "go", "."],
        heads=[1, 1, 1],
        deps=["aux", "ROOT", "punct"],
    )
    assert not asserts(doc[1])
