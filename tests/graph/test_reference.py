"""The reference is data: its files are sound, it covers what it promises, and a user's own file stands beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import pytest

from graph.entries import check_links
from graph.errors import SettingError
from graph.gazetteer import gazetteer
from graph.reference import BodyEntry, Reference, StateEntry, folded

REFERENCE = Reference.load()
ENTRIES: tuple[StateEntry | BodyEntry, ...] = (*REFERENCE.states, *REFERENCE.bodies)
MEMBERS = re.findall(
    r"[A-Z]{3}",
    """
    AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI
    CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG COD CRI CIV HRV CUB CYP CZE PRK DNK DJI DMA DOM ECU EGY SLV GNQ ERI
    EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA
    JAM JPN JOR KAZ KEN KIR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM
    MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT KOR
    MDA ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE
    SYR TJK THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB ZWE
    """,
)
#: Forms that two entries share, and who has them when: see `settled` and `_forms` in ingest/gazetteer.py.
SHARED = {"brussels": {"belgium", "european-union"}}


def forms(entry: StateEntry | BodyEntry, *, places: bool = True) -> list[str]:
    """The words that name an entry, as the reader looks them up."""
    keys = ["names", "adjectives", "demonyms", "metonyms", *(["capital", "cities"] if places else [])]
    return [entry.name, *(form for key in keys for form in getattr(entry, key, ()))]


def of_status(*status: str) -> list[StateEntry]:
    return [state for state in REFERENCE.states if state.status in status]


def test_every_member_of_the_united_nations_is_there_by_its_code() -> None:
    assert len(set(MEMBERS)) == 193
    assert {state.iso3 for state in of_status("member")} == set(MEMBERS)
    assert len(of_status("member")) == 193


def test_the_two_observers_are_the_holy_see_and_palestine() -> None:
    assert {state.iso3 for state in of_status("observer")} == {"VAT", "PSE"}


def test_states_in_question_and_former_states_are_there() -> None:
    assert len(of_status("partial", "associated", "former")) >= 20
    assert {"kosovo", "taiwan", "somaliland", "northern-cyprus"} <= {s.id for s in of_status("partial")}
    assert {s.id for s in of_status("associated")} == {"cook-islands", "niue"}
    assert {"hong-kong", "macau", "greenland"} <= {s.id for s in of_status("territory")}


def test_at_least_250_bodies_and_forums_are_there() -> None:
    assert len(REFERENCE.bodies) >= 250
    assert sum(body.type == "forum" for body in REFERENCE.bodies) >= 100


@pytest.mark.parametrize("name", ["states", "bodies"])
def test_a_file_says_where_its_entries_come_from(name: str) -> None:
    lines = files("graph").joinpath("reference", f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    note = " ".join(line for line in lines[:4] if line.startswith("#"))
    assert "Source: the project's own" in note


def test_ids_and_codes_are_given_once_among_states_and_bodies() -> None:
    ids = [entry.id for entry in ENTRIES]
    codes = [state.iso3 for state in REFERENCE.states if state.iso3]
    assert sorted(ids) == sorted(set(ids))
    assert sorted(codes) == sorted(set(codes))


def test_every_id_that_an_entry_names_is_one_of_an_entry() -> None:
    check_links(REFERENCE.states, REFERENCE.bodies, "the reference")


def test_no_form_names_two_entries_save_by_a_rule() -> None:
    found = defaultdict(set)
    for entry in ENTRIES:
        for form in forms(entry):
            found[folded(form)].add(entry.id)
    assert {form: ids for form, ids in found.items() if len(ids) > 1} == SHARED


def test_no_entry_has_a_name_twice() -> None:
    """Forms are matched without case, save the first letter's and that of short acronyms."""
    for entry in ENTRIES:
        exact = [
            (folded(n), n[0].isupper(), n if len(n) <= 5 and n.isupper() else "") for n in forms(entry)[:1]
        ]
        exact += [(folded(n), n[0].isupper(), n if len(n) <= 5 and n.isupper() else "") for n in entry.names]
        assert len(exact) == len(set(exact)), entry.id


def test_caution_is_for_forms_that_the_entry_has() -> None:
    for entry in ENTRIES:
        assert set(entry.caution) <= set(forms(entry, places=False)), entry.id


def test_abbreviations_are_written_as_news_writes_them() -> None:
    for entry in ENTRIES:
        assert not [form for form in forms(entry) if re.search(r"\s{2}|^\s|\s$|[<>{}]", form)], entry.id


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("european-union", 27),
        ("nato", 32),
        ("asean", 11),
        ("african-union", 55),
        ("gulf-cooperation-council", 6),
        ("arab-league", 22),
        ("ecowas", 12),
        ("shanghai-cooperation-organisation", 10),
        ("brics", 10),
        ("g7", 7),
        ("g20", 21),
        ("quad", 4),
        ("mercosur", 5),
        ("collective-security-treaty-organization", 6),
        ("eurasian-economic-union", 5),
        ("organization-of-turkic-states", 5),
        ("osce", 57),
        ("council-of-europe", 46),
        ("commonwealth-of-nations", 56),
        ("organisation-of-islamic-cooperation", 57),
        ("celac", 33),
        ("apec", 21),
    ],
)
def test_closed_membership_is_complete(body: str, count: int) -> None:
    found = REFERENCE.body(body)
    assert found is not None
    assert len(found.members) == count == len(set(found.members))


def test_one_body_is_one_entry() -> None:
    council = REFERENCE.body("un-security-council")
    assert council is not None
    assert REFERENCE.body("Security Council") is council
    assert "Security Council" in council.caution
    assert REFERENCE.body("security-council") is None


def test_armed_groups_and_courts_hold_no_summits() -> None:
    for key in ("hamas", "houthis", "m23", "International Court of Justice", "UNHCR"):
        found = REFERENCE.body(key)
        assert found is not None
        assert found.meeting is None, key


OWN = """
states:
  - {id: freedonia, iso3: null, name: Freedonia, status: partial, adjectives: [Freedonian]}
bodies:
  - {id: zeta-pact, type: forum, name: Zeta Pact, members: [freedonia, france], meeting: summit}
  - {id: quad, type: organization, name: Quad, members: [france, japan]}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_a_users_entries_stand_beside_ours(own: Path) -> None:
    both = Reference.load(str(own))
    assert (len(both.states), len(both.bodies)) == (len(REFERENCE.states) + 1, len(REFERENCE.bodies) + 1)
    pact, state = both.body("Zeta Pact"), both.state("Freedonia")
    assert pact is not None
    assert pact.members == ("freedonia", "france")
    assert state is not None
    assert state.contested
    assert REFERENCE.body("Zeta Pact") is None


def test_a_users_entry_replaces_ours_of_the_same_id(own: Path) -> None:
    quad = Reference.load(str(own)).body("Quad")
    assert quad is not None
    assert (quad.type, quad.members, quad.names) == ("organization", ("france", "japan"), ())


def test_the_graph_knows_a_users_bodies(own: Path) -> None:
    node = gazetteer(Reference.load(str(own))).body("Zeta Pact")
    assert node is not None
    assert node.id == "forum/zeta-pact"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bodies: [{id: x, type: forum, name: X, nmaes: [Y]}]", r"bodies\[0\] \(x\): nmaes: no such key"),
        ("bodies: [{id: x, name: X}]", r"bodies\[0\] \(x\): type: missing"),
        ("bodies: [{id: x, type: club, name: X}]", r"type: 'club' is none of organization, forum"),
        ("bodies: [{id: x, type: forum, name: X, meeting: party}]", r"meeting: 'party' is none of"),
        ("bodies: [{id: x, type: forum, name: X, names: Y}]", r"names: 'Y' is no list of words"),
        ("bodies: [{id: x, type: forum, name: X, names: [1]}]", r"names: \[1\] is no list of words"),
        ("bodies: [{id: x, type: forum, name: X, members: [narnia]}]", r"x: members: narnia is no id"),
        ("bodies: [{id: X Y, type: forum, name: X}]", r"id: 'X Y' is not written as an id"),
        ("states: [{id: x, name: X, status: member}]", r"states\[0\] \(x\): iso3: missing"),
        ("states: [{id: x, iso3: xyz, name: X, status: member}]", r"iso3: 'xyz' is not written"),
        ("states: {x: 1}", r"states: no list of entries"),
        ("forums: []", r"forums: no such key: states, bodies and words are"),
        ("[1]", r"no mapping with the keys"),
        ("bodies: [", r"line [12]: no YAML"),
        ("bodies: [{id: x, type: forum, name: X}, {id: x, type: forum, name: Y}]", r"x: the id of two"),
    ],
)
def test_what_is_wrong_in_a_users_file_is_said_with_file_and_key(
    tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match=rf"^{re.escape(str(path))}.*{said}") as refused:
        Reference.load(str(path))
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"none\.yaml: cannot be read: No such file"):
        Reference.load(str(tmp_path / "none.yaml"))
