"""Event types: sentences with the type of their main event, and sentences that tell none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.language import Language

from ingest.extractors.events import extract_events
from ingest.nlp import parse

TYPES = {
    "AGREE": [
        "Kenya and Chad agreed to share the water of the river.",
        "The two sides reached an agreement on the exchange of prisoners.",
        "Norway promised to send food to Sudan.",
        "Denmark said it would train Moldovan pilots.",
        "Japan is ready to host the peace talks.",
        "Ghana pledged aid for the victims of the flood.",
        "The rebels vowed not to attack the capital.",
        "Peru offered to mediate between the two governments.",
    ],
    "CONSULT": [
        "The foreign ministers of Kenya and Chad met in Nairobi on Monday.",
        "President Duarte visited Lisbon last week.",
        "The two leaders spoke by phone on Tuesday.",
        "Qatar is mediating between the rebels and the junta.",
        "Envoys held talks with the junta in Doha.",
        "The prime minister hosted the Chilean president.",
        "They discussed the ceasefire with United Nations officials.",
    ],
    "SUPPORT": [
        "The minister praised the army of Chad.",
        "Canada welcomed the decision of the court.",
        "The king congratulated the new president.",
        "Spain restored diplomatic relations with Syria.",
        "Kenya and Chad signed a treaty on fishing.",
        "Sweden recognised the new government.",
    ],
    "CONCEDE": [
        "The president apologised to the families of the victims.",
        "The junta lifted the curfew in the capital.",
        "The king pardoned 40 prisoners.",
        "The general announced the withdrawal of his troops from the city.",
        "The government gave in to the demands of the students.",
        "The court dropped the charges against the editor.",
        "Sudan announced a truce of three days.",
    ],
    "COOPERATE": [
        "Poland shared intelligence with Lithuania.",
        "The two navies held joint exercises in the Baltic Sea.",
        "Thailand extradited the suspect to Laos.",
        "The two sides exchanged 200 prisoners on Friday.",
    ],
    "AID": [
        "Norway sent ammunition to Ukraine.",
        "The Red Cross delivered food to the besieged town.",
        "Turkey gave asylum to 30 officers.",
        "Volunteers evacuated residents from the village.",
        "The army provided the rebels with weapons.",
        "Germany has trained Ukrainian soldiers.",
    ],
    "RETREAT": [
        "Russian troops withdrew from Lyman on Saturday.",
        "The rebels released 12 hostages.",
        "The governor resigned on Friday.",
        "The garrison surrendered to the rebels.",
        "Ukrainian forces pulled out of the town.",
        "The militia laid down its arms.",
        "The army reopened the road to the port.",
        "The mayor stepped down after the vote.",
    ],
    "REQUEST": [
        "Ukraine asked Germany for tanks.",
        "The mayor urged residents to leave the city.",
        "Chad demanded that Sudan withdraw its troops.",
        "The United Nations called for an immediate ceasefire.",
        "The judge ordered the general to appear in court.",
        "Kenya said that Chad must release the sailors.",
        "Poland requested ammunition from its allies.",
    ],
    "ACCUSE": [
        "Moldova accused Russia of violating its airspace.",
        "The mayor blamed the army for the explosion.",
        "The European Union condemned the attack on the school.",
        "Police are investigating the death of the journalist.",
        "The bank sued the ministry.",
        "Prosecutors charged the general with treason.",
        "Brazil summoned the Spanish ambassador.",
    ],
    "REJECT": [
        "Iran rejected the proposal of the Europeans.",
        "The rebels refused to leave the city.",
        "Kenya said it would not send troops.",
        "Egypt ruled out talks with the militia.",
        "The army ignored the appeal of the bishops.",
        "The senate turned down the plan.",
    ],
    "THREATEN": [
        "Turkey threatened to close its airspace.",
        "The militia vowed to attack the port.",
        "The president warned of serious consequences.",
        "The junta said it would expel the French ambassador.",
        "The general issued an ultimatum to the rebels.",
        "Serbia promised to cut ties with Kosovo.",
    ],
    "PROTEST": [
        "Thousands demonstrated against the government in Tbilisi.",
        "Students blocked the main road to the airport.",
        "Nurses went on strike on Monday.",
        "The prisoners began a hunger strike.",
        "Rioters looted shops in the centre.",
        "Farmers took to the streets of Madrid.",
    ],
    "SANCTION": [
        "Canada imposed sanctions on Belarus.",
        "Poland expelled five diplomats.",
        "The court sentenced the general to 12 years in prison.",
        "Sweden suspended aid to Mali.",
        "Bolivia broke off relations with Israel.",
        "Germany recalled its ambassador from Chad for good and cut aid.",
        "The agency withdrew its inspectors from Iran.",
    ],
    "MOBILIZE": [
        "Russia deployed troops along the border.",
        "Poland put its army on alert.",
        "China held military exercises near the island.",
        "The army massed tanks at the border.",
        "The militia recruited prisoners.",
        "Ukrainian forces held the village of Orikhiv.",
        "The navy is preparing to attack the port.",
    ],
    "COERCE": [
        "Police arrested 20 people in Minsk.",
        "The junta banned public meetings.",
        "The mayor imposed a curfew.",
        "The authorities shut down the newspaper.",
        "Soldiers deported the villagers to the north.",
        "Customs officers confiscated the cargo.",
        "Hackers broke nothing, but the militia raided the offices of the party.",
        "The government declared a state of emergency.",
    ],
    "ASSAULT": [
        "Norway said it was hit by a bomb attack in the northern region and vowed to find what it called the gang.",
        "The port was rocked by explosions at night.",
        "Russian forces shelled the town of Vovchansk on Sunday.",
        "The gunmen killed three policemen.",
        "A drone hit a hospital in Sumy.",
        "Two soldiers were wounded in the attack.",
        "Rebels captured the town of Goma.",
        "The militia kidnapped a priest.",
        "The army repelled an assault near the river.",
        "Fierce fighting continued in the suburbs.",
        "Ukrainian troops clashed with Russian forces near Svatove.",
        "Ukrainian soldiers captured five Russian fighters.",
        "The air force launched strikes on the port.",
        "Police fired tear gas at the crowd and beat protesters.",
        "A suicide bomber blew up a bus.",
        "The navy shot down two missiles.",
    ],
}

WITHOUT = [
    "The town lies on the river.",
    "Wheat prices fell by two percent in June.",
    "He has two sons and a daughter.",
    "The report said the winter was mild.",
    "Officials said that the bridge is old.",
    "The striking colours of the church are famous.",
    "She wrote a book about the history of the port.",
    "The band released a new album.",
    "The photograph captured the attention of the jury.",
    "Analysts believe that the economy is weak.",
    "The museum is open on Sundays.",
    "They met the deadline.",
]

# Sentences of our own in the manner of newswire, written before the words that they need; type null is no event.
VOCABULARY = [
    json.loads(line) for line in Path(__file__).with_name("types.jsonl").read_text("utf-8").splitlines() if line
]

# Words of war used of quarrels, sport, weather, accidents and markets, and those who will not be named; beside them the same words meant.
FIGURES_OF_SPEECH = [
    json.loads(line) for line in Path(__file__).with_name("figures_of_speech.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("expected", "text"), [(kind, text) for kind, texts in TYPES.items() for text in texts])
def test_the_main_event_has_its_type(model: Language, expected: str, text: str) -> None:
    found = extract_events(parse(text, model), text, (), (), ())
    assert [each.type for each in found[:1]] == [expected]


@pytest.mark.parametrize("text", WITHOUT)
def test_a_statement_or_a_state_alone_is_no_event(model: Language, text: str) -> None:
    assert extract_events(parse(text, model), text, (), (), ()) == ()


@pytest.mark.parametrize("sentence", [*VOCABULARY, *FIGURES_OF_SPEECH], ids=lambda sentence: sentence["text"])
def test_the_words_of_newswire_are_known(model: Language, sentence: dict[str, str | None]) -> None:
    text = sentence["text"]
    assert text is not None
    found = extract_events(parse(text, model), text, (), (), ())
    assert next((each.type for each in found), None) == sentence["type"]
