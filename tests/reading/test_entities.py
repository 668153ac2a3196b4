"""Entities: one for each real thing, whatever it is called."""

import pytest

import onrecord
from onrecord.model import Entity, Record
from tests.reading.told import told

TEXT = """Talks in Riga end early

Liina Kask, the Estonian transport minister, travelled to Riga and met her Latvian counterpart, Juris Ozols. The \
minister said the talks were useful. Kask added that she would return in May.

The Port of Liepaja denied the report. “We have nothing to add,” its spokesman said. Moscow denied it too."""


def entity(record: Record, words: str) -> Entity:
    """The entity behind the first mention whose words these are."""
    text = record.article.text
    found = next(mention for mention in record.mentions if text[slice(*mention.span)] == words)
    return next(entity for entity in record.entities if entity.id == found.entity)


def test_a_person_is_one_whatever_she_is_called() -> None:
    record = onrecord.read_text(TEXT)
    speakers = {one.content.strip("“” ,."): one.speaker for one in told(record)}
    assert speakers["the talks were useful"] == "Liina Kask"
    assert speakers["she would return in May"] == "Liina Kask"


def test_a_person_has_kind_and_country_where_the_text_gives_them() -> None:
    kask = entity(onrecord.read_text(TEXT), "Liina Kask")
    assert (kask.kind, kask.country) == ("person", "EST")


def test_a_capital_that_speaks_is_its_state() -> None:
    moscow = entity(onrecord.read_text(TEXT), "Moscow")
    assert (moscow.kind, moscow.country) == ("place", "RUS")


def test_two_people_of_different_names_are_two() -> None:
    record = onrecord.read_text(TEXT)
    assert entity(record, "Juris Ozols") != entity(record, "Liina Kask")


def test_mentions_are_in_text_order_and_their_entities_are_there() -> None:
    record = onrecord.read_text(TEXT)
    assert [m.span for m in record.mentions] == sorted(m.span for m in record.mentions)
    assert {m.entity for m in record.mentions} - {None} == {e.id for e in record.entities}


def test_a_source_that_was_not_settled_is_a_gap() -> None:
    record = onrecord.read_text("The ferry was late\n\nThey said the ferry was late.")
    (claim,) = record.claims
    assert claim.speaker is None
    assert [gap.span for gap in record.gaps if gap.stage == "entities"] == [claim.source[0]]


def called(text: str, words: str) -> str | None:
    """The name of the entity behind the last mention whose words these are; None where there is none."""
    record = onrecord.read_text(text)
    names = {e.id: e.name for e in record.entities}
    found = [m.entity for m in record.mentions if text[slice(*m.span)] == words]
    return names.get(found[-1] or "") if found else None


def test_its_stands_for_the_party_of_its_sentence() -> None:
    assert called("Nepal said that its army would leave the valley on Friday.", "its") == "Nepal"


def test_we_in_a_quotation_is_its_speaker() -> None:
    text = "Ferry closes\n\n“We are tired,” said Liina Kask, the harbour mayor of Pärnu."
    assert called(text, "We") == "Liina Kask"


def test_a_pronoun_agrees_with_what_the_text_tells_of_the_person() -> None:
    text = "The spokeswoman met the chairman on Monday. She said the bridge would open in June."
    assert called(text, "She") == "spokeswoman"


def test_the_same_office_of_another_state_is_another_person() -> None:
    text = "The Norwegian defence minister met the Danish defence minister. The Danish defence minister smiled."
    record = onrecord.read_text(text)
    assert {e.country for e in record.entities if e.kind == "person"} == {"NOR", "DNK"}


def test_texts_of_any_shape_are_survived() -> None:
    for text in (
        "she " * 400,
        "“" * 300,
        "The the of of, , his",
        "MR MR MR said the",
        "He\n\nHe\n\nHe said",
        "⸺ he 🙂 it",
    ):
        record = onrecord.read_text(text)
        assert all(0 <= m.span[0] < m.span[1] <= len(text) for m in record.mentions)


def test_a_capital_where_goods_go_is_no_government() -> None:
    assert called("Cargo bound for Dar es Salaam was held on Monday, a clerk said.", "Dar es Salaam") != "Tanzania"


@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    [
        ("The mayor’s wife, Rita, accused the bank of greed.", "The mayor’s wife, Rita", "Rita", "person"),
        (
            "Energy group Nordvik fell. A Nordvik spokeswoman said it was well.",
            "A Nordvik spokeswoman",
            "Nordvik spokeswoman",
            "person",
        ),
        ("Energy group Nordvik fell. A Nordvik spokeswoman said it was well.", "Nordvik", "Nordvik", "organisation"),
        ("Shares in chip maker Lumatec fell. Lumatec said it was well.", "Lumatec", "Lumatec", "organisation"),
        ("“It fell,” said Ilse Brandt, a crane operator.", "a crane operator", "Ilse Brandt", "person"),
    ],
)
def test_who_is_named_beside_a_noun_is_whom_it_means(text: str, words: str, name: str, kind: str) -> None:
    found = entity(onrecord.read_text(f"The river rose all night\n\n{text}"), words)
    assert (found.name, found.kind) == (name, kind)


def test_a_name_behind_an_unknown_trade_is_its_bearer_s() -> None:
    record = onrecord.read_text("Nothing new\n\nGeologist Tamar Javakhi said she was not surprised.")
    assert entity(record, "Geologist Tamar Javakhi") == entity(record, "Tamar Javakhi") == entity(record, "she")


def test_i_is_the_speaker_whom_the_words_behind_the_quotation_tell() -> None:
    text = "Nothing new\n\nLiina Kask wrote to the port. “I told him that people would die,” she said."
    record = onrecord.read_text(text)
    assert entity(record, "I").name == "Liina Kask"


def test_in_private_is_nobody() -> None:
    record = onrecord.read_text("Nothing new\n\nLiina Kask said she had warned the ministry in private.")
    assert "private" not in [one.name for one in record.entities]


def test_a_country_that_somebody_left_is_a_place() -> None:
    record = onrecord.read_text("Nothing new\n\nLiina Kask left Norway for Malta in December.")
    assert [(place.name, place.use) for place in record.places] == [("Norway", "location"), ("Malta", "location")]


def test_initials_and_halves_of_a_name_are_no_places() -> None:
    for sentence in ("The union FILI said so.", "Islanders on Inis Mór say they have heard it all before."):
        assert onrecord.read_text(f"Nothing new\n\n{sentence}").places == ()


def test_a_title_tells_two_of_one_name_apart() -> None:
    text = (
        "Nothing new\n\nZofia Radek died on Friday, her son, Marek Radek, said. Ms Radek told reporters that she knew."
    )
    record = onrecord.read_text(text)
    assert entity(record, "Ms Radek").name == "Zofia Radek"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Ghana said it would join the pact. Togo asked Ghana to support it.", "it would", "Ghana"),
        ("Police held two editors in Lomé on Friday. Their arrest drew criticism from Oxfam.", "Their", "two editors"),
        ("Chadian troops massed in May. On Sunday they shelled a village, residents said.", "they", "Chadian troops"),
        ("Two suspects were held near Bonn, where Talstahl has its seat. They bought rope.", "They", "Two suspects"),
        ("Isabel Rojas met the bishop. Joaquín Larraín asked that Rojas go. She agreed to go.", "She", "Isabel Rojas"),
        ("Human Rights Watch still holds a list. The group urged the pope to go.", "The group", "Human Rights Watch"),
        ("The union sued Kestrel Foods, which moved its seat to Malta in May.", "its seat", "Kestrel Foods"),
    ],
)
def test_whom_a_pronoun_means(text: str, words: str, name: str) -> None:
    record = onrecord.read_text(f"Nothing new\n\n{text}")
    at = record.article.text.index(words)
    found = next(m.entity for m in record.mentions if m.span[0] == at)
    assert [one.name for one in record.entities if one.id == found] == [name]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Liina Kask met Juris Ozols on Sunday. They agreed on a price, her office said.", "They"),
        ("The Riga Post said so. Liina Kask met Juris Ozols in May, their only meeting.", "their"),
        ("Soldiers left Goma. The lorries crossed the border at night. They were stuck in mud.", "They"),
        ("The agreement was signed in Ankara by two ministers. It also names a port.", "It"),
        ("Chad sent a missile up. It was the army's fourth launch.", "It was"),
        ("Mali's envoys said so. Chad's joint chiefs condemned it.", "it."),
        ("A report was printed in May. Two men watched the home of its chief executive.", "its"),
        ("The bloc has threatened to freeze aid to Chad if it attacks.", "it "),
        ("Chad said the boat had strayed into its waters and that it had been expelled.", "it had"),
        ("The EU spoke. The rebels had been at the talks in May and did not attend them again.", "them"),
        ("SEOUL (AP) — Chad sent an envoy before Mali and Togo signed their first pact.", "their"),
    ],
)
def test_a_pronoun_for_what_has_no_mention_stands_for_nobody_else(text: str, word: str) -> None:
    record = onrecord.read_text(f"Nothing new\n\n{text}")
    at = record.article.text.index(word)
    assert not [m for m in record.mentions if m.span[0] == at and m.form == "pronoun" and m.entity]


def test_a_diplomat_abroad_is_no_town() -> None:
    record = onrecord.read_text("Nothing new\n\nA diplomat in Mogadishu said the government was worried.")
    assert entity(record, "A diplomat in Mogadishu").kind == "person"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Kestrel Foods sued Malta. In a letter, the company said it was owed money.", "the company", "Kestrel Foods"),
        ("Kestrel Foods met the mayor. Its rival Ardent Milling did not. The firm sued.", "The firm", "Ardent Milling"),
        ("Oxfam closed a clinic in Juba. The charity blamed the rains.", "The charity", "Oxfam"),
        ("The EU will meet on Monday. Sanctions on the bloc are likely.", "the bloc", "European Union"),
        ("Nigeria, its larger neighbour, closed the border.", "its larger neighbour", "Nigeria"),
        (
            "The ports sued. Its main rival, the Brazilian group Andrade Luz, paid.",
            "the Brazilian group",
            "Andrade Luz",
        ),
        ("North Korea has arms. Chad condemned the North in May.", "North", "North Korea"),
        ("Orhan Demirel dismissed such worries. The minister said so.", "The minister", "Orhan Demirel"),
        ("Ana Soto, a former mayor, has gone. The ex-mayor blamed the rains.", "The ex-mayor", "Ana Soto"),
        ("The Dutch voters have form. Dutch voters said no. They rejected a pact.", "They", "Dutch voters"),
    ],
)
def test_who_is_told_of_again(text: str, words: str, name: str) -> None:
    assert entity(onrecord.read_text(f"Nothing new\n\n{text}"), words).name == name


def test_each_of_two_joined_ministers_keeps_the_own_role() -> None:
    text = "The pact was signed by Chad's trade minister, Awa Keita, and her Malian counterpart, Adama Koné."
    record = onrecord.read_text(f"Nothing new\n\n{text}")
    roles = {one.name: (one.role, one.country) for one in record.entities if one.kind == "person"}
    assert roles["Awa Keita"] == ("Chad's trade minister", "TCD")
    assert roles["Adama Koné"] == ("her Malian counterpart", "MLI")


def test_no_group_is_nobody() -> None:
    record = onrecord.read_text("Nothing new\n\nNo group has claimed responsibility for the raid, which killed two.")
    assert all(not one.name.startswith("No ") for one in record.entities)
    assert all(claim.speaker is None for claim in record.claims)


def test_the_leaders_of_two_states_act_for_neither() -> None:
    record = onrecord.read_text("Nothing new\n\nThe leaders of Chad and Mali will hold talks in Lomé next month.")
    assert entity(record, "The leaders of Chad and Mali").country is None


def test_who_is_named_a_paragraph_after_being_described_is_one() -> None:
    text = (
        "Ex-minister arrested in Lima\n\nPolice arrested a former energy minister on Monday.\n\nRicardo Salcedo, who "
        "ran the ministry until May, was seized at the airport."
    )
    record = onrecord.read_text(text)
    salcedo = entity(record, "Ricardo Salcedo")
    assert salcedo == entity(record, "a former energy minister")
    assert salcedo.role == "former energy minister"


def test_two_described_are_not_guessed_between() -> None:
    text = (
        "Arrests in Lima\n\nPolice arrested a former energy minister and an officer shot a lawyer.\n\nRicardo Salcedo, "
        "who ran the ministry until May, was seized at the airport."
    )
    assert entity(onrecord.read_text(text), "Ricardo Salcedo").role is None


def test_a_state_of_the_headline_does_not_reach_into_the_story() -> None:
    text = "Talks end after Qatari mediation\n\nThe military government of Mali has freed two men."
    assert entity(onrecord.read_text(text), "The military government of Mali").country == "MLI"


@pytest.mark.parametrize("text", ["The bloc said it could use force.", "Nine people were taken to hospital."])
def test_what_stands_alone_is_no_body(text: str) -> None:
    names = {one.name for one in onrecord.read_text(f"Nothing new\n\n{text}").entities}
    assert not names & {"force", "hospital"}


def test_a_party_is_of_no_town_of_its_name() -> None:
    text = "Georgian lawmakers from the ruling Unity party passed the bill in Tbilisi. Unity has promised to go on."
    assert entity(onrecord.read_text(f"Nothing new\n\n{text}"), "Unity party").country is None


def test_a_premier_who_speaks_of_a_state_is_not_of_it() -> None:
    text = (
        "Nothing new\n\nChad and Mali met Togo.\n\nPrime Minister Grace Holloway said the sale would help Ghana to "
        "defend its waters."
    )
    assert entity(onrecord.read_text(text), "Grace Holloway").country is None


def test_a_number_is_no_part_of_a_body() -> None:
    record = onrecord.read_text("Nothing new\n\nHungary blocked a statement by the 27 EU states.")
    assert "European Union" in [one.name for one in record.entities]


def test_a_title_before_the_name_may_be_how_the_story_opened() -> None:
    text = (
        "Chile takes in Salgado\n\nChile has granted asylum to a Nicaraguan bishop.\n\nBishop Ernesto Salgado, 61, was "
        "jailed in 2024."
    )
    record = onrecord.read_text(text)
    assert entity(record, "a Nicaraguan bishop").name == "Ernesto Salgado"


def test_whose_wife_is_not_the_one_whose_wife_she_is() -> None:
    text = "Grief\n\n“They knew,” said Colin Braith, whose wife died in 2021. He added that he would not rest."
    assert [claim.speaker for claim in told(onrecord.read_text(text))] == ["Colin Braith", "Colin Braith"]


def test_she_of_whom_he_tells_is_not_he() -> None:
    text = "Music\n\nSara Egle studied with Anton Reising, who once told a journalist she was the best. She agreed."
    record = onrecord.read_text(text)
    names = {e.id: e.name for e in record.entities}
    found = [names.get(m.entity or "") for m in record.mentions if text[slice(*m.span)].lower() == "she"]
    assert found == ["Sara Egle", "Sara Egle"]
