"""Events: type, status, parties, claim; what must not be found; one happening is one event."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.model import Analysis, Claim, Event, Mention
from onrecord.reading import events
from onrecord.reading.events_claims import Holders
from tests.reading.trees import named, parsed

# sentence, type, status, trigger, actors, recipients
TOLD = [
    (
        "Estonia/Estonia/PROPN/2/nsubj shelled/shell/VERB/0/root the/the/DET/4/det harbour/harbour/NOUN/2/obj "
        "of/of/ADP/6/case Riga/Riga/PROPN/4/nmod on/on/ADP/8/case Monday/Monday/PROPN/2/obl ././PUNCT/2/punct",
        "ASSAULT",
        "happened",
        "shelled",
        ("Estonia",),
        ("the harbour of Riga",),
    ),
    (
        "Malta/Malta/PROPN/3/nsubj will/will/AUX/3/aux send/send/VERB/0/root two/two/NUM/6/nummod "
        "field/field/NOUN/6/compound hospitals/hospital/NOUN/3/obj to/to/ADP/8/case Cyprus/Cyprus/PROPN/3/obl "
        "././PUNCT/3/punct",
        "AID",
        "planned",
        "send",
        ("Malta",),
        ("Cyprus",),
    ),
    (
        "Malta/Malta/PROPN/3/nsubj will/will/AUX/3/aux send/send/VERB/0/root two/two/NUM/6/nummod "
        "field/field/NOUN/6/compound hospitals/hospital/NOUN/3/obj to/to/ADP/8/case Cyprus/Cyprus/PROPN/3/obl "
        "if/if/SCONJ/12/mark the/the/DET/11/det strait/strait/NOUN/12/nsubj reopens/reopen/VERB/3/advcl "
        "././PUNCT/3/punct",
        "AID",
        "possible",
        "send",
        ("Malta",),
        ("Cyprus",),
    ),
    (
        "Soldiers/soldier/NOUN/4/nsubj did/do/AUX/4/aux not/not/PART/4/advmod fire/fire/VERB/0/root "
        "on/on/ADP/7/case the/the/DET/7/det crowd/crowd/NOUN/4/obl ././PUNCT/4/punct",
        "ASSAULT",
        "negated",
        "fire",
        ("Soldiers",),
        ("the crowd",),
    ),
    (
        "Police/Police/NOUN/3/nsubj are/be/AUX/3/aux arresting/arrest/VERB/0/root students/student/NOUN/3/obj "
        "in/in/ADP/6/case Lomé/Lomé/PROPN/4/nmod ././PUNCT/3/punct",
        "COERCE",
        "ongoing",
        "arresting",
        ("Police",),
        ("students",),
    ),
    (
        "Peru/Peru/PROPN/2/nsubj failed/fail/VERB/0/root to/to/PART/4/aux withdraw/withdraw/VERB/2/xcomp "
        "its/its/PRON/6/nmod:poss troops/troop/NOUN/4/obj ././PUNCT/2/punct",
        "RETREAT",
        "negated",
        "withdraw",
        ("Peru",),
        (),
    ),
    (
        "Chad/Chad/PROPN/4/nsubj would/would/AUX/4/aux have/have/AUX/4/aux sent/send/VERB/0/root "
        "tanks/tank/NOUN/4/obj to/to/ADP/8/case the/the/DET/8/det border/border/NOUN/4/obl ././PUNCT/4/punct",
        "MOBILIZE",
        "negated",
        "sent",
        ("Chad",),
        (),
    ),
    (
        "Kenya/Kenya/PROPN/3/nsubj may/may/AUX/3/aux expel/expel/VERB/0/root the/the/DET/5/det "
        "consul/consul/NOUN/3/obj ././PUNCT/3/punct",
        "SANCTION",
        "possible",
        "expel",
        ("Kenya",),
        ("the consul",),
    ),
    (
        "Ghana/Ghana/PROPN/2/nsubj plans/plan/VERB/0/root to/to/PART/4/aux visit/visit/VERB/2/xcomp "
        "Togo/Togo/PROPN/4/obj next/next/ADJ/7/amod week/week/NOUN/4/obl:tmod ././PUNCT/2/punct",
        "CONSULT",
        "planned",
        "visit",
        ("Ghana",),
        ("Togo",),
    ),
    (
        "Serbia/Serbia/PROPN/2/nsubj halted/halt/VERB/0/root plans/plan/NOUN/2/obj to/to/PART/5/aux "
        "deploy/deploy/VERB/3/acl tanks/tank/NOUN/5/obj ././PUNCT/2/punct",
        "MOBILIZE",
        "negated",
        "deploy",
        ("Serbia",),
        (),
    ),
    (
        "Oman/Oman/PROPN/4/nsubj did/do/AUX/4/aux not/not/PART/4/advmod plan/plan/VERB/0/root "
        "to/to/PART/6/aux expel/expel/VERB/4/xcomp the/the/DET/8/det envoy/envoy/NOUN/6/obj ././PUNCT/4/punct",
        "SANCTION",
        "negated",
        "expel",
        ("Oman",),
        ("the envoy",),
    ),
    (
        "The/the/DET/2/det rebels/rebel/NOUN/4/nsubj:pass were/be/AUX/4/aux:pass attacked/attack/VERB/0/root "
        "by/by/ADP/6/case soldiers/soldier/NOUN/4/obl:agent ././PUNCT/4/punct",
        "ASSAULT",
        "happened",
        "attacked",
        ("soldiers",),
        ("The rebels",),
    ),
    (
        "Ministers/minister/NOUN/6/nsubj from/from/ADP/3/case Chad/Chad/PROPN/1/nmod and/and/CCONJ/3/cc "
        "Niger/Niger/PROPN/3/conj met/meet/VERB/0/root in/in/ADP/8/case Paris/Paris/PROPN/6/obl "
        "././PUNCT/6/punct",
        "CONSULT",
        "happened",
        "met",
        ("Ministers",),
        (),
    ),
    (
        "Fiji/Fiji/PROPN/2/nsubj accused/accuse/VERB/0/root Samoa/Samoa/PROPN/2/obj of/of/ADP/5/mark "
        "arresting/arrest/VERB/2/advcl a/a/DET/7/det fisherman/fisherman/NOUN/5/obj ././PUNCT/2/punct",
        "ACCUSE",
        "happened",
        "accused",
        ("Fiji",),
        ("Samoa",),
    ),
    (
        "Latvia/Latvia/PROPN/3/nsubj is/be/AUX/3/aux considering/consider/VERB/0/root "
        "selling/sell/VERB/3/xcomp howitzers/howitzer/NOUN/4/obj to/to/ADP/7/case Gabon/Gabon/PROPN/4/obl "
        "././PUNCT/3/punct",
        "COOPERATE",
        "possible",
        "selling",
        ("Latvia",),
        ("Gabon",),
    ),
    (
        "Brazil/Brazil/PROPN/4/nsubj and/and/CCONJ/1/cc Peru/Peru/PROPN/1/conj held/hold/VERB/0/root "
        "joint/joint/ADJ/6/amod exercises/exercise/NOUN/4/obj with/with/ADP/8/case Chile/Chile/PROPN/4/obl "
        "././PUNCT/4/punct",
        "COOPERATE",
        "happened",
        "held",
        ("Brazil", "Peru"),
        ("Chile",),
    ),
    (
        "The/the/DET/2/det queen/queen/NOUN/3/nsubj pardoned/pardon/VERB/0/root two/two/NUM/5/nummod "
        "poachers/poacher/NOUN/3/obj ././PUNCT/3/punct",
        "CONCEDE",
        "happened",
        "pardoned",
        ("The queen",),
        ("two poachers",),
    ),
    (
        "Malawi/Malawi/PROPN/2/nsubj urged/urge/VERB/0/root Zambia/Zambia/PROPN/2/obj to/to/PART/5/aux "
        "reopen/reopen/VERB/2/xcomp the/the/DET/7/det bridge/bridge/NOUN/5/obj ././PUNCT/2/punct",
        "REQUEST",
        "happened",
        "urged",
        ("Malawi",),
        ("Zambia",),
    ),
    (
        "Dockers/docker/NOUN/2/nsubj walked/walk/VERB/0/root out/out/ADV/2/advmod in/in/ADP/5/case "
        "Antwerp/Antwerp/PROPN/2/obl ././PUNCT/2/punct",
        "PROTEST",
        "happened",
        "walked out",
        ("Dockers",),
        (),
    ),
    (
        "Nepal/Nepal/PROPN/4/nsubj and/and/CCONJ/1/cc Bhutan/Bhutan/PROPN/1/conj signed/sign/VERB/0/root "
        "a/a/DET/7/det water/water/NOUN/7/compound treaty/treaty/NOUN/4/obj ././PUNCT/4/punct",
        "SUPPORT",
        "happened",
        "signed",
        ("Nepal", "Bhutan"),
        (),
    ),
    (
        "Police/Police/NOUN/2/nsubj arrested/arrest/VERB/0/root nobody/nobody/PRON/2/obj ././PUNCT/2/punct",
        "COERCE",
        "negated",
        "arrested",
        ("Police",),
        (),
    ),
    (
        "The/the/DET/2/det navy/navy/NOUN/5/nsubj would/would/AUX/5/aux have/have/AUX/5/aux "
        "boarded/board/VERB/0/root the/the/DET/7/det ship/ship/NOUN/5/obj ././PUNCT/5/punct",
        "COERCE",
        "negated",
        "boarded",
        ("The navy",),
        ("the ship",),
    ),
    (
        "Yemen/Yemen/PROPN/2/nsubj was/be/AUX/0/root to/to/PART/5/aux have/have/AUX/5/aux "
        "freed/free/VERB/2/xcomp the/the/DET/7/det sailors/sailor/NOUN/5/obj ././PUNCT/2/punct",
        "RETREAT",
        "negated",
        "freed",
        ("Yemen",),
        ("the sailors",),
    ),
]

NOTHING = [
    "Brokers/broker/NOUN/2/nsubj met/meet/VERB/0/root their/their/PRON/4/nmod:poss "
    "targets/target/NOUN/2/obj in/in/ADP/6/case May/May/PROPN/2/obl ././PUNCT/2/punct",
    "The/the/DET/2/det minister/minister/NOUN/3/nsubj refused/refuse/VERB/0/root to/to/PART/5/aux "
    "comment/comment/VERB/3/xcomp ././PUNCT/3/punct",
    "The/the/DET/2/det river/river/NOUN/3/nsubj attacked/attack/VERB/0/root the/the/DET/5/det "
    "bank/bank/NOUN/3/obj ././PUNCT/3/punct",
    "The/the/DET/2/det boxer/boxer/NOUN/3/nsubj hit/hit/VERB/0/root the/the/DET/5/det bag/bag/NOUN/3/obj "
    "././PUNCT/3/punct",
]

CANCELLED = (
    "The/the/DET/2/det summit/summit/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass called/call/VERB/0/root "
    "off/off/ADP/4/compound:prt by/by/ADP/7/case Oman/Oman/PROPN/4/obl:agent ././PUNCT/4/punct"
)


def find(analysis: Analysis, claims: tuple[Claim, ...] = ()) -> tuple[tuple[Event, ...], tuple[Mention, ...]]:
    told = events.sketch(analysis)
    mentions = named(analysis, events.parties(told))
    found, _ = events.find(told, claims, mentions, (), ())
    return found, mentions


def words(analysis: Analysis, mentions: tuple[Mention, ...], ids: tuple[str, ...]) -> tuple[str, ...]:
    spans = {mention.id: mention.span for mention in mentions}
    return tuple(analysis.text[slice(*spans[identifier])] for identifier in ids)


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told[3])
def test_what_a_sentence_tells(told: tuple[str, str, str, str, tuple[str, ...], tuple[str, ...]]) -> None:
    line, kind, status, trigger, actors, recipients = told
    analysis = parsed(line)
    found, mentions = find(analysis)
    event = next((e for e in found if analysis.text[slice(*e.trigger)] == trigger), None)
    assert event is not None, f"no event at {trigger!r} in {analysis.text!r}"
    assert (event.type, event.status) == (kind, status)
    assert words(analysis, mentions, event.actors) == actors
    assert words(analysis, mentions, event.recipients) == recipients


@pytest.mark.parametrize("line", NOTHING)
def test_what_tells_nothing(line: str) -> None:
    assert find(parsed(line))[0] == ()


def test_a_cancelled_summit_is_a_refusal_and_no_summit() -> None:
    found, _ = find(parsed(CANCELLED))
    assert [(e.type, e.status) for e in found] == [("CONSULT", "negated"), ("REJECT", "happened")]


def test_no_parser_no_events() -> None:
    bare = parsed("Estonia/Estonia/PROPN/2/nsubj shelled/shell/VERB/0/root Riga/Riga/PROPN/2/obj", grammar=False)
    assert events.find(events.sketch(bare), (), (), (), ()) == ((), ())
    assert events.parties(events.sketch(bare)) == ()


def test_the_innermost_claim_holds_the_event() -> None:
    claims = (
        Claim(id="c1", content=((0, 40),)),
        Claim(id="c2", content=((10, 30),), parent="c1"),
        Claim(id="c3", content=((32, 40),), parent="c1"),
    )
    holders = Holders(parsed(TOLD[0][0]), claims)
    assert holders.innermost((12, 18)) == "c2"
    assert holders.innermost((30, 31)) == "c1"
    assert holders.innermost((38, 46)) is None


def test_a_denial_is_never_folded_into_the_status() -> None:
    line = (
        "Bonn/Bonn/PROPN/2/nsubj denied/deny/VERB/0/root giving/give/VERB/2/xcomp drones/drone/NOUN/3/obj "
        "to/to/ADP/6/case Mali/Mali/PROPN/3/obl ././PUNCT/2/punct"
    )
    analysis = parsed(line)
    claim = Claim(id="c1", source=((0, 4),), cue=((5, 11),), content=((12, 33),), stance="denies")
    (event,), _ = find(analysis, (claim,))
    assert (event.type, event.status, event.claim) == ("AID", "happened", "c1")


def test_a_headline_and_its_story_are_one_event() -> None:
    head = "Oslo/Oslo/PROPN/2/nsubj expels/expel/VERB/0/root consul/consul/NOUN/2/obj"
    body = (
        "Oslo/Oslo/PROPN/3/nsubj has/have/AUX/3/aux expelled/expel/VERB/0/root the/the/DET/5/det "
        "consul/consul/NOUN/3/obj on/on/ADP/7/case Monday/Monday/PROPN/3/obl ././PUNCT/3/punct"
    )
    analysis = parsed(head, body, headline=True)
    (event,), _ = find(analysis)
    assert analysis.text[slice(*event.trigger)] == "expelled"
    assert [analysis.text[slice(*span)] for span in event.also] == ["expels"]


def test_what_might_come_of_a_meeting_has_not_been() -> None:
    line = (
        "A/a/DET/2/det meeting/meeting/NOUN/7/nsubj between/between/ADP/4/case Peru/Peru/PROPN/2/nmod "
        "and/and/CCONJ/6/cc Chile/Chile/PROPN/4/conj calm/calm/VERB/0/root would/would/AUX/7/aux "
        "traders/trader/NOUN/7/obj ././PUNCT/7/punct"
    )
    ((event,), _) = find(parsed(line))
    assert (event.type, event.status, len(event.actors)) == ("CONSULT", "possible", 2)


def test_arms_are_no_party() -> None:
    line = "Artillery/artillery/NOUN/2/compound shelling/shelling/NOUN/3/nsubj stopped/stop/VERB/0/root"
    assert [event.actors for event in find(parsed(line))[0]] == [()]


WORDS = "army denied plans to attack the talks with Oman not may soldiers visit failed if said exercises by".split()
RELATIONS = "nsubj obj obl xcomp ccomp advcl acl conj nmod nmod:poss case mark aux advmod nsubj:pass root appos".split()
TAGS = "NOUN VERB PROPN ADJ ADP AUX PRON PART".split()


@st.composite
def lines(draw: st.DrawFn) -> str:
    size = draw(st.integers(1, 12))
    one = st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS), st.integers(0, size), st.sampled_from(RELATIONS))
    return " ".join(f"{w}/{w}/{t}/{h}/{r}" for w, t, h, r in draw(st.lists(one, min_size=size, max_size=size)))


@settings(deadline=None)
@given(lines())
def test_any_tree_is_read_without_a_crash(line: str) -> None:
    analysis = parsed(line)
    found, mentions = find(analysis)
    known = {mention.id for mention in mentions}
    for event in found:
        assert analysis.text[slice(*event.trigger)].strip()
        assert {*event.actors, *event.recipients} <= known
        assert event.score is not None
        assert 0 < event.score <= 1


def test_how_long_a_strike_was_is_not_when_it_was() -> None:
    record = onrecord.read_text("Dockers in Gdynia ended a nine-day strike.", published="2024-05-03")
    spans = {time.id: record.article.text[slice(*time.span)] for time in record.times}
    assert record.times
    assert not [event for event in record.events if event.time and "nine" in spans[event.time]]


def test_what_the_same_parties_are_yet_to_do_is_one_event_under_any_word() -> None:
    text = (
        "President Adama Koné will travel to Ghana in May. Officials spoke of roads and grain.\n\n"
        "Koné plans to visit Ghana, his spokesman said."
    )
    record = onrecord.read_text(text, published="2024-03-05")
    visits = [event for event in record.events if event.type == "CONSULT"]
    assert len(visits) == 1
    assert visits[0].also


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("The bus strike in Lima entered its third day on Monday.", "bus strike", "ongoing"),
        ("Peru's troops have begun to withdraw from Tacna.", "withdraw", "ongoing"),
        ("Peru shares radar data with Chile.", "shares", "ongoing"),
        ("Peru accuses Chile of spying on its fishermen.", "accuses", "happened"),
        ("A judge blocked the ministry from deporting the two students.", "deporting", "negated"),
        ("Chile urged Peru to halt the raids on Tacna.", "raids", "ongoing"),
        ("Parliament approved the purchase of twelve helicopters from Chile.", "purchase", "planned"),
        ("Peru and Chile reached a deal in Quito on joint patrols.", "joint patrols", "planned"),
        ("The president vowed revenge for the killing of a colonel.", "killing", "happened"),
        ("Peru is ready to lend Chile two ships.", "lend", "possible"),
        ("If they fail, the army could renew its offensive near Tacna.", "offensive", "possible"),
        ("Panama, a longtime mediator, offered to host talks between the two governments.", "talks", "planned"),
        ("The blockade will go on until the prisoners are freed.", "freed", "possible"),
        ("Miners said they would march until the navy freed the prisoners.", "freed", "possible"),
        ("Peru and Chile agreed a timetable for the withdrawal of troops.", "withdrawal", "planned"),
        ("The ministers will speak at a summit in Accra on Friday.", "summit", "planned"),
        ("Members will vote on a strike next week.", "strike", "possible"),
        ("A truce that was to start in Goma on Sunday did not hold.", "truce", "negated"),
        ("The generals plotted a coup in Lima.", "coup", "planned"),
    ],
)
def test_status_as_a_text_tells_it(sentence: str, trigger: str, status: str) -> None:
    found = {sentence[slice(*e.trigger)]: e.status for e in onrecord.read_text(sentence).events}
    assert found.get(trigger) == status


@pytest.mark.parametrize(
    "sentence",
    [
        "Riot police watched the square in Lima.",
        "The navy paraded its attack helicopters in Lima.",
        "Peru hosts some 600,000 Chilean migrants.",
        "He has pleaded not guilty.",
        "Nepal surrendered their last four wickets for nine runs.",
        "The minister boarded a flight to Lima.",
        "Peru beat Chile 2-1 in Lima on Sunday.",
        "Peru attacked early and the Chilean goalkeeper saved twice.",
        "A dog attacked a postman in Lima.",
        "The garden in Lima was seized by frost.",
        "The minister resigned himself to a long night in Lima.",
        "The bank blamed the weather for weak sales.",
        "Did the general threaten to shell the dam in Chad?",
        "Peru was looking for an excuse to seize the port of Arica.",
        "The army was destroying what trust remained in Lima.",
        "Rescuers pulled out a girl from under the roof in Lima.",
        "The dinner in Lima ended in a quarrel over extradition.",
    ],
)
def test_words_that_tell_something_else(sentence: str) -> None:
    assert onrecord.read_text(sentence).events == ()


def test_a_weekday_is_no_target() -> None:
    (event,) = onrecord.read_text("Peru fired two missiles into the sea on Saturday.").events
    assert event.type == "MOBILIZE"


def test_who_is_denied_something_receives_it() -> None:
    record = onrecord.read_text("The editor was denied bail on Tuesday.")
    (event,) = record.events
    spans = {m.id: record.article.text[slice(*m.span)] for m in record.mentions}
    assert event.type == "REJECT"
    assert [spans[m] for m in event.recipients] == ["The editor"]


def test_a_headline_that_calls_the_expelled_otherwise_is_the_same_event() -> None:
    text = (
        "Chile expels two Peruvian envoys over spying\n\nChile has expelled the pair after they tried to recruit "
        "an engineer in Arica, the foreign ministry said."
    )
    expulsions = [e for e in onrecord.read_text(text).events if e.type == "SANCTION"]
    assert len(expulsions) == 1


def test_a_match_with_police_is_no_game() -> None:
    (event,) = onrecord.read_text("Football supporters attacked police outside the ground in Lima.").events
    assert event.type == "ASSAULT"


@pytest.mark.parametrize(
    ("sentence", "trigger", "actors", "recipients"),
    [
        ("Peru asked Chile for a naval base.", "asked", ["Peru"], ["Chile"]),
        ("Peru rejected Chile's request for help.", "request", ["Chile"], ["Peru"]),
        ("Peru and Chile are in talks with Bolivia.", "talks", ["Peru", "Chile"], ["Bolivia"]),
        ("The union threatened a general strike on Thursday.", "threatened", ["The union"], []),
        ("Peru offered to sell Chile's rivals 12 fighter jets.", "offered", ["Peru"], []),
        ("The opposition threatened to boycott a parliament session.", "threatened", ["The opposition"], []),
        ("Some 40 marchers demanded the release of political prisoners.", "demanded", ["Some 40 marchers"], []),
        ("The council met in Lima at the request of Chile.", "request", ["Chile"], []),
        ("Chile delivered two patrol vessels to Peru.", "delivered", ["Chile"], ["Peru"]),
        ("The president rejected her resignation.", "rejected", ["The president"], []),
        ("The lawyers condemned the use of force in Lima.", "condemned", ["The lawyers"], []),
        (
            "The union accused police of attacking peaceful strikers and announced a strike.",
            "attacking",
            ["police"],
            ["peaceful strikers"],
        ),
        ("Security agents arrested two students at Lima airport.", "arrested", ["Security agents"], ["two students"]),
        (
            "Nine people were arrested and two officers were hurt, a police spokeswoman said.",
            "arrested",
            [],
            ["Nine people"],
        ),
        ("Chile's parliament approved a frigate deal on Monday.", "approved", ["parliament"], []),
        ("Dock workers walked off the job in Callao on Monday.", "walked", ["Dock workers"], []),
        ("A truck was hijacked near Tacna by gunmen in army uniforms.", "hijacked", ["gunmen"], ["A truck"]),
        ("Chile has supplied Peru with two coast guard cutters.", "supplied", ["Chile"], ["Peru"]),
        ("The statement urged Peru to free the prisoners.", "urged", [], ["Peru"]),
        ("Two unions vowed to block funds for the deal.", "vowed", ["Two unions"], []),
        ("The army responded with air strikes near Tacna.", "air strikes", ["The army"], []),
        ("Chile barred three Peruvian officials from Arica.", "barred", ["Chile"], ["three Peruvian officials"]),
        ("Drones launched by rebels struck a fuel depot in Callao.", "struck", ["rebels"], ["a fuel depot"]),
        ("Soldiers recaptured a bridge near Tacna on Monday.", "recaptured", ["Soldiers"], ["a bridge"]),
        ("Peru summoned Chile's charge d'affaires on Tuesday.", "summoned", ["Peru"], ["Chile's charge d'affaires"]),
        ("Chile has supplied Peru with two radars and rifles.", "supplied", ["Chile"], ["Peru"]),
        ("Peru, Chile and Bolivia expelled Cuba's envoy.", "expelled", ["Peru", "Chile", "Bolivia"], ["Cuba's envoy"]),
        (
            "Peru has shared its findings with Chile, the navy's closest ally.",
            "shared",
            ["Peru"],
            ["Chile"],
        ),
        (
            "Police fired tear gas at protesters from the Dawn movement who had marched to the bank.",
            "marched",
            ["protesters"],
            [],
        ),
        ("ARICA, Chile — The navy freed two fishermen on Monday.", "freed", ["The navy"], ["two fishermen"]),
        ("Peruvian drones set fire to a fuel depot in Arica.", "set", ["Peruvian drones"], ["a fuel depot"]),
        ("The Lima talks ended in May.", "talks", [], []),
        ("Soldiers shot at the crowd in Arica.", "shot", ["Soldiers"], ["the crowd"]),
        ("Youths attacked a tanker in Arica.", "attacked", ["Youths"], ["a tanker"]),
        ("Youths set two lorries on fire in Arica.", "set", ["Youths"], ["two lorries"]),
        ("Nine editors were being held in custody in Lima.", "held", [], ["Nine editors"]),
        ("Peru doubled tariffs on steel from Chile.", "doubled", ["Peru"], []),
        (
            "Its founder stepped down in January after prosecutors opened an inquiry into his dealings.",
            "inquiry",
            ["prosecutors"],
            [],
        ),
        (
            "Police fired rubber bullets at hundreds of students in Lima on Friday night.",
            "fired",
            ["Police"],
            ["hundreds of students"],
        ),
        ("Troops were deployed to Tacna by Peru.", "deployed", ["Peru"], []),
        ("Some 300 troops were deployed to Tacna.", "deployed", ["Some 300 troops"], []),
        ("Villagers accused soldiers of shelling a school.", "shelling", ["soldiers"], ["a school"]),
        ("Peru dropped plans to withdraw troops from Tacna.", "withdraw", ["Peru"], ["Tacna"]),
        ("Peru threatened to expel Chile's envoy.", "threatened", ["Peru"], ["Chile's envoy"]),
        ("Talks between Peru and Chile will resume in May.", "Talks", ["Peru", "Chile"], []),
        ("Envoys were expelled after an attack on the port by rebels.", "expelled", [], ["Envoys"]),
        ("The navy freed nine fishermen, all of them Chilean.", "freed", ["The navy"], ["nine fishermen"]),
        (
            "The minister, Awa Sow, and her Chilean counterpart met in Lima.",
            "met",
            ["The minister", "her Chilean counterpart"],
            [],
        ),
    ],
)
def test_who_takes_part(sentence: str, trigger: str, actors: list[str], recipients: list[str]) -> None:
    record = onrecord.read_text(sentence)
    spans = {m.id: sentence[slice(*m.span)] for m in record.mentions}
    event = next(e for e in record.events if sentence[slice(*e.trigger)] == trigger)
    assert [spans[m] for m in event.actors] == actors
    assert [spans[m] for m in event.recipients] == recipients


def test_the_attack_is_the_one_told_before() -> None:
    text = "Rebels bombed the port of Callao on Sunday, killing a sailor. The navy condemned the attack."
    assert [e.type for e in onrecord.read_text(text).events].count("ASSAULT") == 1


def test_a_headline_with_the_same_nouns_tells_the_same_deed() -> None:
    text = (
        "Gunmen attack fuel convoy near Arica\n\nGunmen attacked a big army convoy on Sunday, the governor said. "
        "Chile condemned the attack."
    )
    assert [e.type for e in onrecord.read_text(text).events].count("ASSAULT") == 1


def test_a_headline_and_its_story_share_their_verb() -> None:
    text = (
        "Chile charges four over bomb plot\n\nChilean prosecutors charged four men with a plot on Friday. Peru warned "
        "that it might expel envoys if Chile charged its citizens."
    )
    found = [(e.status, bool(e.also)) for e in onrecord.read_text(text).events if e.type == "ACCUSE"]
    assert found[0] == ("happened", True)
    assert all(not also for _, also in found[1:])


def test_what_points_back_under_another_word_is_no_second_event() -> None:
    text = "Soldiers seized power in a coup in Lima on Friday. The bloc suspended Peru after the coup."
    assert [e.type for e in onrecord.read_text(text).events].count("ASSAULT") == 1


def test_when_a_ban_ends_is_not_when_it_was_made() -> None:
    record = onrecord.read_text("The authorities have banned rallies in Lima until April.", published="2026-01-05")
    assert all(e.time is None for e in record.events)


def test_what_a_strike_is_for_is_no_second_event() -> None:
    found = onrecord.read_text("Truck drivers went on strike in Lima to protest against the decision.").events
    assert [e.type for e in found] == ["PROTEST"]


def test_what_force_against_a_crowd_is_for_is_no_second_event() -> None:
    found = onrecord.read_text("Police used water cannon to disperse the crowd in Lima.").events
    assert [e.type for e in found] == ["ASSAULT"]
    assert len(found[0].recipients) == 1


def test_a_truce_is_no_handing_over_told_again() -> None:
    text = "The two fishermen were handed over to the Red Cross in Arica. Chile praised the truce."
    assert [e.also for e in onrecord.read_text(text).events if e.type == "RETREAT"][:1] == [()]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The president of Chile met Peru's in Arica in May, their only previous meeting.", "CONSULT"),
        ("Rebels shelled the port of Arica, killing two sailors and wounding at least nine.", "ASSAULT"),
        ("Peru blamed the massacre on rebels. Gunmen had killed nine pilgrims in Tacna.", "ASSAULT"),
    ],
)
def test_what_a_sentence_tells_again_is_one_event(text: str, kind: str) -> None:
    found = [e for e in onrecord.read_text(text).events if e.type == kind]
    assert len([e for e in found if e.actors or e.recipients]) == 1


def test_who_withdraws_a_law_gives_way() -> None:
    (event,) = onrecord.read_text("The government withdrew the law on Friday.").events
    assert event.type == "CONCEDE"


def test_who_makes_a_claim_is_who_accuses() -> None:
    text = "Nothing new\n\nThe navy denied that its boats had rammed a trawler and accused Peru of lying."
    record = onrecord.read_text(text)
    event = next(e for e in record.events if e.type == "ACCUSE")
    assert [text[slice(*m.span)] for m in record.mentions if m.id in event.actors] == ["The navy"]


def test_a_visit_to_a_state_and_to_who_leads_it_is_one() -> None:
    text = (
        "President Adama Koné of Mali plans to visit Ghana in May. Few details are known of his plans, and roads and "
        "grain matter to both.\n\nKoné hopes for a loan. He is expected to meet Ghana's president, Kofi Mensah."
    )
    assert [e.type for e in onrecord.read_text(text).events].count("CONSULT") == 1


def test_the_summit_is_the_one_to_come() -> None:
    text = (
        "The leaders of Chad and Mali will hold talks in Lomé next month.\n\nThe two states have quarrelled over "
        "cattle for years, and few hope for much.\n\nChad's president has not spoken about the summit in public."
    )
    assert [e.status for e in onrecord.read_text(text).events if e.type == "CONSULT"] == ["planned"]


def test_a_headline_that_tells_another_kind_gives_way_to_its_story() -> None:
    text = "Chile fires missile as talks end\n\nChile fired a ballistic missile into the sea on Thursday."
    assert [e.type for e in onrecord.read_text(text).events if e.actors] == ["MOBILIZE"]


def test_the_summit_where_two_are_to_meet_is_their_meeting() -> None:
    text = "The premier, who is preparing to meet Awa Keita at a summit in Manila, has said so."
    assert [e.status for e in onrecord.read_text(text).events] == ["planned"]


def test_who_is_seized_is_arrested() -> None:
    (event,) = onrecord.read_text("Two editors were seized at the airport in Lima.").events
    assert (event.type, event.mode) == ("COERCE", "arrest")


def test_who_withdraws_from_talks_breaks_them_off() -> None:
    found = onrecord.read_text("Chad said it would withdraw from peace talks unless the shipments stopped.").events
    assert [(e.type, e.status) for e in found if e.type != "CONSULT"] == [("SANCTION", "possible")]


def test_who_expels_over_a_plot_has_not_made_it() -> None:
    found = onrecord.read_text("Peru expels two Chilean envoys over plot to kill an admiral.").events
    assert [e.type for e in found if e.actors] == ["SANCTION"]


def test_the_raid_is_the_one_told_last() -> None:
    text = (
        "Chilean troops shelled the port of Tacna. Peruvian drones hit a depot in Arica. The navy confirmed the raid."
    )
    found = onrecord.read_text(text).events
    assert [bool(e.also) for e in found if e.type == "ASSAULT"] == [False, True]


def test_a_visit_is_not_the_talks_of_the_sentence_before() -> None:
    text = "No date for the next round of talks has been set. A planned visit to Chile by Peru's president was put off."
    found = [e for e in onrecord.read_text(text).events if e.mode == "visit"]
    assert [e.also for e in found] == [()]


def test_who_leaves_an_alliance_does_not_resign() -> None:
    found = onrecord.read_text("The premier threatened to quit a security alliance.").events
    assert [(e.type, e.status) for e in found] == [("THREATEN", "happened"), ("SANCTION", "planned")]


@pytest.mark.parametrize("second", ["They agreed to share radar data.", "The two signed a pact."])
def test_a_word_for_both_means_the_two_told_before(second: str) -> None:
    text = f"Nothing new\n\nLiina Kask met Juris Ozols on Sunday. {second}"
    record = onrecord.read_text(text)
    found = {text[slice(*e.trigger)]: e for e in record.events}
    event = found.get("agreed") or found["signed"]
    spans = {m.id: text[slice(*m.span)] for m in record.mentions}
    assert [spans[m] for m in event.actors] == ["Liina Kask", "Juris Ozols"]


def parties(line: str, *, verb: str) -> tuple[list[str], list[str]]:
    analysis = parsed(line)
    found, mentions = find(analysis)
    spans = {m.id: analysis.text[slice(*m.span)] for m in mentions}
    event = next(e for e in found if analysis.text[slice(*e.trigger)] == verb)
    return [spans[m] for m in event.actors], [spans[m] for m in event.recipients]


@pytest.mark.parametrize(
    ("line", "verb", "actors", "recipients"),
    [
        (
            "Peru/Peru/PROPN/2/nsubj sold/sell/VERB/0/root missiles/missile/NOUN/2/obj to/to/ADP/5/case "
            "Chile/Chile/PROPN/2/obj",
            "sold",
            ["Peru"],
            ["Chile"],
        ),
        (
            "Villagers/villager/NOUN/2/nsubj accused/accuse/VERB/0/root soldiers/soldier/NOUN/5/obj of/of/SCONJ/5/mark "
            "beating/beat/VERB/2/xcomp students/student/NOUN/5/obj",
            "beating",
            ["soldiers"],
            ["students"],
        ),
        (
            "Peru/Peru/PROPN/2/nsubj halted/halt/VERB/0/root plans/plans/VERB/2/obj to/to/PART/5/mark "
            "deploy/deploy/VERB/3/xcomp tanks/tank/NOUN/5/obj",
            "deploy",
            ["Peru"],
            [],
        ),
        (
            "Talks/talk/NOUN/6/nsubj between/between/ADP/3/case Peru/Peru/PROPN/6/obl and/and/CCONJ/5/cc "
            "Chile/Chile/PROPN/3/conj failed/fail/VERB/0/root",
            "Talks",
            ["Peru", "Chile"],
            [],
        ),
    ],
)
def test_parties_that_a_parser_hung_on_another_word(
    line: str, verb: str, actors: list[str], recipients: list[str]
) -> None:
    assert parties(line, verb=verb) == (actors, recipients)


def test_who_is_told_of_a_plan_does_not_act_in_it() -> None:
    text = "Ports\n\nRIGA, May 3 - Latvia plans to buy two boats from Norway, two sources told the Courier."
    record = onrecord.read_text(text)
    spans = {m.id: text[slice(*m.span)] for m in record.mentions}
    assert [spans[a] for event in record.events for a in event.actors] == ["Latvia"]
