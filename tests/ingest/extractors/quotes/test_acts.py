"""What a statement does: a plain "said" by its content, a belief by its future, a name by the name. Each class with its neighbours."""

from __future__ import annotations

import pytest

from ingest.annotations import Act, Attitude, Epistemic, Polarity
from tests.ingest.extractors.quotes.conftest import Read


def acts(read: Read, text: str) -> list[Act]:
    return [reading.quote.act for reading in read(text)]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # One's own deed, said not to have been done.
        ("The ministry said it had never sold the vaccine abroad.", "deny"),
        ("The company said it had not dumped any waste in the lake.", "deny"),
        ("The army said that army helicopters had not crossed the border.", "deny"),
        ('"We never took a bribe," the minister said.', "deny"),
        ("The minister said he had not signed the contract.", "deny"),
        ('"There was no massacre," the colonel said.', "deny"),
        ("The minister said there had been no secret talks.", "deny"),
        ('"That is a lie," the minister said.', "deny"),
        ("The minister said the report was baseless.", "deny"),
        ("The embassy said it knew nothing of the visit.", "deny"),
        ("The minister replied that no ship had been sold.", "deny"),
        ('"Not true," the minister replied.', "deny"),
        # That nobody is hurt and nothing is heard is told.
        ("The police said there had been no casualties.", "report"),
        ('"These are stories of the sea," the captain said.', "assess"),
        # Not seen, not known or not possible denies nothing; nor does what others did not do.
        ("The ministry said it had not received the letter.", "report"),
        ("The mayor said nobody had been hurt.", "report"),
        ('"There is no bread," the baker said.', "assert"),
        ("The mayor said the bus had not arrived.", "report"),
    ],
)
def test_denies(read: Read, text: str, act: Act) -> None:
    assert acts(read, text) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The union said it would not sign the agreement.", "reject"),
        ("The mayor said he had no intention of resigning.", "reject"),
        ('"We will not pay," the minister said.', "reject"),
        ('"There will be no talks," the general said.', "reject"),
        ("The general said there could be no peace with the rebels.", "reject"),
        # Not to do harm, not to give up, is promised.
        ("The rebels said they would not attack the convoy.", "promise"),
        ('"We will not abandon the wounded," the general said.', "promise"),
        # What others will not do is foreseen.
        ("The mayor said the winter would not be mild.", "predict"),
    ],
)
def test_rejects(read: Read, text: str, act: Act) -> None:
    assert acts(read, text) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army said the rebels had shelled a market.", "accuse"),
        ("The rebels said that the army had violated the ceasefire.", "accuse"),
        ("Ankara said Greek soldiers had fired on one of its boats.", "accuse"),
        ('"They burned our houses," the farmer said.', "accuse"),
        ('"They are lying to us," the farmer said.', "accuse"),
        ("The ministry claimed that smugglers had bribed the guards.", "accuse"),
        ("The general said each side had broken its word.", "accuse"),
        # Who looks on reports; one's own deeds, and what is no wrong, accuse nobody.
        ("Witnesses said the rebels had shelled a market.", "report"),
        ("The mayor said the rebels had shelled a market.", "report"),
        ("The army said its gunners had shelled the rebels.", "report"),
        ("The army said the rebels had left the market.", "report"),
        ('"They came by boat," the farmer said.', "assert"),
        ("The ministry claimed that its divers had found the wreck.", "assert"),
    ],
)
def test_accuses(read: Read, text: str, act: Act) -> None:
    assert acts(read, text) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The nurse said she would stay with the children.", "promise"),
        ("The volunteers said they would return in spring.", "promise"),
        ('"We plan to rebuild the school," the mayor said.', "promise"),
        ('"We are going to rebuild the school," the mayor said.', "promise"),
        ("The company said it was willing to pay for the damage.", "promise"),
        ("The president said the culprits would be punished.", "promise"),
        ("The general said his men would hold the bridge.", "promise"),
        # What another will do is foreseen.
        ("The nurse said the children would recover.", "predict"),
        ("He said the fever would pass.", "predict"),
        ("Analysts said it would rain for weeks.", "predict"),
        ("The doctor said more patients would be infected.", "predict"),
        ("The mayor said it would take weeks to clear the road.", "predict"),
        ("Nine out of ten said it would not help.", "predict"),
        # To harm is threatened.
        ('"We will bomb their ports," the admiral said.', "threaten"),
        ("The admiral warned that any intruder would be shot.", "threaten"),
    ],
)
def test_promises(read: Read, text: str, act: Act) -> None:
    assert acts(read, text) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # A decision or a measure is made known.
        ("The airline said it was cutting two hundred jobs.", "announce"),
        ("The airline said it had decided to leave the island.", "announce"),
        ("The minister said the vote had been postponed.", "announce"),
        ("The ministry said the next meeting would be held in Oslo in June.", "announce"),
        # What one has done is told.
        ("The airline said it had carried two million passengers.", "report"),
        ("The army said its engineers had repaired the bridge.", "report"),
        # What one holds is asserted.
        ("The airline said it owned forty planes.", "assert"),
        # What onlookers tell of a measure is a report.
        ("Residents said the market had been closed.", "report"),
    ],
)
def test_announces(read: Read, text: str, act: Act) -> None:
    assert acts(read, text) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The geologist said the volcano was likely to erupt.", "predict"),
        ("The geologist believes that the volcano will erupt.", "predict"),
        ("The geologist doubted that the volcano would erupt.", "predict"),
        ("The geologist expects the volcano to erupt.", "predict"),
        # A belief about now, or about what would be if, is a judgement; a hope is no forecast.
        ("The geologist believes that the volcano is asleep.", "assess"),
        ("The geologist doubts that the volcano is asleep.", "assess"),
        ("The geologist believes that an eruption would ruin the island.", "assess"),
        ("The farmers hope that the volcano will sleep.", "assess"),
    ],
)
def test_predicts(read: Read, text: str, act: Act) -> None:
    assert acts(read, text) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('"Give us water," the prisoners said.', "demand"),
        ('"Let the children go," the priest said.', "demand"),
        ("The priest wants the children to leave.", "demand"),
        ("The priest asked whether the children had eaten.", "demand"),
        ("The farmers said the dam had to be opened.", "demand"),
        # What must be so is a judgement, "I must say" a manner of speaking; what one wants oneself a plan.
        ("The doctors said the real number must be higher.", "assess"),
        ("The priest wants to leave.", "promise"),
        ('"I must say the bells were loud," the priest said.', "assert"),
    ],
)
def test_demands(read: Read, text: str, act: Act) -> None:
    assert acts(read, text) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('"We were wrong," the bishop said.', "concede"),
        ("The bishop said he was sorry.", "concede"),
        ('"People waited too long, and for that I apologise," the bishop said.', "concede"),
        ("The ministry said it had failed to warn the villagers.", "concede"),
        ("The general did not deny that the bridge was lost.", "concede"),
        ("The ministry did not rule out a second vote.", "concede"),
        # Others' faults are none of one's own.
        ('"They were wrong," the bishop said.', "assess"),
    ],
)
def test_concedes(read: Read, text: str, act: Act) -> None:
    assert acts(read, text) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # An opinion: a degree, a general truth, a name given, another's mind.
        ("The economist said the plan was too expensive.", "assess"),
        ('"Banks forget nothing," the economist said.', "assess"),
        ('"It was a farce," the economist said.', "assess"),
        ("The economist called the plan a gamble.", "assess"),
        ("The economist described the plan as bold.", "assess"),
        ("The economist argued that the plan had failed.", "assess"),
        ("The diplomat said the generals wanted more time.", "assess"),
        ('"The plan is bad for farmers," the economist said.', "assess"),
        # What anybody can see for himself, and one's own story, are asserted.
        ('"The bridge is open," the engineer said.', "assert"),
        ('"I sleep in the cellar," the engineer said.', "assert"),
        ('"We are teachers," the woman said.', "assert"),
        ('"They brought bread," the woman said.', "assert"),
        # A claim stays one.
        ("The economist claimed that banks could read the letters.", "assert"),
    ],
)
def test_assesses(read: Read, text: str, act: Act) -> None:
    assert acts(read, text) == [act]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # What happened, what is going on, how many; and that somebody told nothing.
        ("The pilots said two planes were circling over the airport.", "report"),
        ("The nurse said three of the children were under five.", "report"),
        ("The nurse said one of the children was in a coma.", "report"),
        ("The nurse said that 40 children remained in the shelter.", "report"),
        ("The nurse did not say where the children were.", "report"),
        ("The spokesman did not mention the bridge.", "report"),
        ("The police put the damage at two million.", "report"),
        ("Travellers spoke of roadblocks.", "report"),
        # How things are, without number, happening or degree.
        ("The nurse said the vaccine came from India.", "report"),
        ("The nurse said the children knew the song.", "assert"),
        ('"They opened the door and shouted," the nurse said.', "assert"),
    ],
)
def test_reports(read: Read, text: str, act: Act) -> None:
    assert acts(read, text) == [act]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The geologist doubts that the volcano will erupt.", "negative"),
        ("The geologist disagreed with the mayor.", "negative"),
        ("The minister called the report a lie.", "negative"),
        ("The minister dismissed the report.", "negative"),
        # What is said of a name that denies nothing, or with a "not" inside, is affirmed.
        ("The minister called the raid a crime.", "positive"),
        ("The minister called the report a milestone.", "positive"),
        ("The ministry said it had never sold the vaccine abroad.", "positive"),
        ("The general did not deny that the bridge was lost.", "positive"),
        ("The geologist did not doubt that the volcano would erupt.", "positive"),
    ],
)
def test_polarity(read: Read, text: str, polarity: Polarity) -> None:
    assert [reading.quote.polarity for reading in read(text)] == [polarity]


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("The geologist expects the volcano to erupt.", "belief"),
        ("The geologist expects to leave on Monday.", "plan"),
        ("The geologist wants the mayor to leave.", "plan"),
    ],
)
def test_attitude(read: Read, text: str, attitude: Attitude) -> None:
    assert [reading.quote.attitude for reading in read(text)] == [attitude]


@pytest.mark.parametrize(
    ("text", "epistemic"),
    [
        ("The geologist doubts that the volcano will erupt.", "probable_false"),
        ("The geologist disagrees with the mayor.", "certain_false"),
        ("The minister called the report a lie.", "certain_false"),
        ("The geologist said the volcano will erupt.", "probable_true"),
        ("The geologist said the volcano has erupted.", "certain_true"),
    ],
)
def test_epistemic(read: Read, text: str, epistemic: Epistemic) -> None:
    assert [reading.quote.epistemic for reading in read(text)] == [epistemic]


@pytest.mark.parametrize(
    "text",
    [
        "The mill denied that it poisoned the river, as fishermen allege.",
        "The mill denied having poisoned the river, as fishermen allege.",
        "The mill denied having poisoned the river.",
        "The mill denied poisoning the river.",
    ],
)
def test_what_is_denied_as_others_allege_stays_denied(read: Read, text: str) -> None:
    [reading] = read(text)
    assert (reading.speaker, reading.quote.act, reading.quote.polarity) == ("The mill", "deny", "negative")
