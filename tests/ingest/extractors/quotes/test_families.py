"""Who says what: one table of sentences for each family of attribution, and sentences that attribute nothing."""

from __future__ import annotations

import pytest

from tests.ingest.extractors.quotes.conftest import Read

DIRECT = [
    # cue after, inverted, split, before
    ('"It is over," he said.', [("he", "say", ('"It is over,"',))]),
    (
        '"The bridge is gone," said Olena Marchenko, the mayor of Lyptsi. "We will build another."',
        [("Olena Marchenko, the mayor of Lyptsi", "say", ('"The bridge is gone,"', '"We will build another."'))],
    ),
    (
        "“We held the line,” Colonel Petrov told reporters in Kharkiv on Monday, “and we will hold it tomorrow.”",
        [("Colonel Petrov", "tell", ("“We held the line,”", "“and we will hold it tomorrow.”"))],
    ),
    ('The driver said: "The road is mined."', [("The driver", "say", ('"The road is mined."',))]),
    ('Said Brown: "We shall see."', [("Brown", "say", ('"We shall see."',))]),
    ('"Get out!" the guard shouted.', [("the guard", "shout", ('"Get out!"',))]),
    # several sentences and paragraphs under one mark; a cue that comes late
    (
        '"We had no water. We had no bread," the cook said. "Then the trucks came. They brought both."',
        [("the cook", "say", ('"We had no water. We had no bread,"', '"Then the trucks came. They brought both."'))],
    ),
    (
        'The nurse said: "The cellar is full.\n\n"We sleep in turns."',
        [("The nurse", "say", ('"The cellar is full.', '"We sleep in turns."'))],
    ),
    (
        '"We are running out of shells."\n\n"We need them now," the sergeant said.',
        [("the sergeant", "say", ('"We are running out of shells."', '"We need them now,"'))],
    ),
    # a missing mark
    ('The road is mined," the driver said.', [("the driver", "say", ('The road is mined,"',))]),
    # another's cue begins another quotation
    (
        '"We will stay," the cook said. "We will go," the baker said.',
        [("the cook", "say", ('"We will stay,"',)), ("the baker", "say", ('"We will go,"',))],
    ),
    (
        '"Some units retreated," Brown admitted, but added: "The enemy is slow."',
        [("Brown", "admit", ('"Some units retreated,"',)), ("Brown", "add", ('"The enemy is slow."',))],
    ),
    # texts speak
    (
        'The update read: "Fighting goes on in the suburbs."',
        [("The update", "read", ('"Fighting goes on in the suburbs."',))],
    ),
    ('It continued: "Two villages are lost."', [("It", "continue", ('"Two villages are lost."',))]),
    ('"Courage is contagious." — Ann Lee', [("Ann Lee", "—", ('"Courage is contagious."',))]),
]

INDIRECT = [
    ("The governor said two bridges were destroyed.", [("The governor", "say", ("two bridges were destroyed",))]),
    ("The governor said that the dam had burst.", [("The governor", "say", ("that the dam had burst",))]),
    ("Two bridges were destroyed, the governor said.", [("the governor", "say", ("Two bridges were destroyed",))]),
    ("The bridges, the governor said, were destroyed.", [("the governor", "say", ("The bridges", "were destroyed"))]),
    ("As the mayor said, the town is empty.", [("the mayor", "say", ("the town is empty",))]),
    (
        "According to the ministry, 40 drones were shot down.",
        [("the ministry", "according to", ("40 drones were shot down",))],
    ),
    (
        "Forty drones were shot down, according to the ministry of defence.",
        [("the ministry of defence", "according to", ("Forty drones were shot down",))],
    ),
    ("He wrote on Telegram that the attack had failed.", [("He", "write", ("that the attack had failed",))]),
    (
        "The adviser to the president said the talks had failed.",
        [("The adviser to the president", "say", ("the talks had failed",))],
    ),
    ("Mayor: Water will be back by Friday", [("Mayor", ":", ("Water will be back by Friday",))]),
    # neither a dateline nor the day of saying is part of what was said
    (
        "LYPTSI, Ukraine, May 2 (Agency) — Shells hit the station, the mayor said.",
        [("the mayor", "say", ("Shells hit the station",))],
    ),
    ("LYPTSI — Officials said the station was hit.", [("Officials", "say", ("the station was hit",))]),
    (
        "Lyptsi, Ukraine – Shells hit the station, the mayor said.",
        [("the mayor", "say", ("Shells hit the station",))],
    ),
    ("LYPTSI: Shells hit the station, the mayor said.", [("the mayor", "say", ("Shells hit the station",))]),
    # what the writer thinks of it is no part of it
    (
        "The rebels said the army had bombed the port, a claim which nobody could verify.",
        [("The rebels", "say", ("the army had bombed the port",))],
    ),
    # subjects that the parser does not see
    ("May said that the pumps lasted a month.", [("May", "say", ("that the pumps lasted a month",))]),
    (
        "The talks came after the head of the office, Kyrylo Bondar, said seven people had died.",
        [("Kyrylo Bondar", "say", ("seven people had died",))],
    ),
    # the parser takes the subject for one more object, the verb for a participle, the cue for a second clause
    (
        "Scores of gunmen from two clans joined to raid a depot in northern Peru, officials said Sunday, offering new details of"
        " the raid that hurt three guards.",
        [("officials", "say", ("Scores of gunmen from two clans joined to raid a depot in northern Peru",))],
    ),
    (
        "Ten people were hurt in shelling of the centre of the town, governor Roman Koval told local television on Sunday evening.",
        [("governor Roman Koval", "tell", ("Ten people were hurt in shelling of the centre of the town",))],
    ),
    (
        "An air strike on a hamlet killed nine people, residents and two nurses said on Sunday.",
        [("residents and two nurses", "say", ("An air strike on a hamlet killed nine people",))],
    ),
    (
        "The militia claimed to have taken the headquarters of the police -- the last post in the valley.",
        [("The militia", "claim", ("to have taken the headquarters of the police -- the last post in the valley",))],
    ),
    ("The governor said Monday the dam had burst.", [("The governor", "say", ("the dam had burst",))]),
]

MIXED = [
    (
        'He told CNN that the enemy paid "a very high price" for the hill.',
        [("He", "tell", ('that the enemy paid "a very high price" for the hill',))],
    ),
    ('Brussels called the vote "a sham".', [("Brussels", "call", ('the vote "a sham"',))]),
    ('The plan is "bold," the envoy said, but "rash."', [("the envoy", "say", ('The plan is "bold,"', 'but "rash."'))]),
]

FRAMES = [
    (
        "The minister accused Belarus of shelling the post.",
        [("The minister", "accuse", ("Belarus of shelling the post",))],
    ),
    ("The union urged the government to open the port.", [("The union", "urge", ("the government to open the port",))]),
    ("The embassy called on all citizens to leave.", [("The embassy", "call", ("all citizens to leave",))]),
    ("The envoy called for a ceasefire.", [("The envoy", "call", ("a ceasefire",))]),
    ("Brussels called the vote a sham.", [("Brussels", "call", ("the vote a sham",))]),
    ("The general described the town as a fortress.", [("The general", "describe", ("the town as a fortress",))]),
    ("The president vowed to retake the city.", [("The president", "vow", ("to retake the city",))]),
    ("The commander denied losing the hill.", [("The commander", "deny", ("losing the hill",))]),
    ("The company warned of further cuts.", [("The company", "warn", ("further cuts",))]),
    ("The envoy criticized the deal for its haste.", [("The envoy", "criticize", ("the deal for its haste",))]),
    ("The senator attacked her rival for his silence.", [("The senator", "attack", ("her rival for his silence",))]),
    ("Brown defended the tax plan.", [("Brown", "defend", ("the tax plan",))]),
    (
        "The militia claimed responsibility for the blast.",
        [("The militia", "claim", ("responsibility for the blast",))],
    ),
    ("The mayor pointed out that the pumps had failed.", [("The mayor", "point out", ("that the pumps had failed",))]),
    ("The two presidents agreed to open the border.", [("The two presidents", "agree", ("to open the border",))]),
]

SPEAKERS = [
    # control, coordination, relative clause, passive with and without an agent
    (
        "The envoy criticized the deal, saying it rewards force.",
        [("The envoy", "criticize", ("the deal",)), ("The envoy", "say", ("it rewards force",))],
    ),
    (
        '"The road is mined," the driver said, adding that he had turned back.',
        [("the driver", "say", ('"The road is mined,"',)), ("the driver", "add", ("that he had turned back",))],
    ),
    (
        "The minister said it was a mistake and urged them to stop.",
        [("The minister", "say", ("it was a mistake",)), ("The minister", "urge", ("them to stop",))],
    ),
    (
        "The minister warned that winter will be hard, while his deputy said stocks were full.",
        [("The minister", "warn", ("that winter will be hard",)), ("his deputy", "say", ("stocks were full",))],
    ),
    (
        "The ministry released a statement saying the bridge is safe.",
        [("The ministry", "say", ("the bridge is safe",))],
    ),
    (
        "The settlers were accused by the mayor of burning the barn.",
        [("the mayor", "accuse", ("The settlers", "of burning the barn"))],
    ),
    ("It is thought that hundreds are in the cellars.", [(None, "think", ("that hundreds are in the cellars",))]),
    # who is quoted as saying it has said it
    (
        "The governor was quoted as saying that the dam would hold.",
        [("The governor", "say", ("that the dam would hold",))],
    ),
    (
        "The governor was quoted by state radio as saying the dam would hold.",
        [("The governor", "say", ("the dam would hold",))],
    ),
    # when and in what it was said is no part of who said it
    ("The harbour board on Friday rejected the plan.", [("The harbour board", "reject", ("the plan",))]),
    ("The mission in a statement condemned the raid.", [("The mission", "condemn", ("the raid",))]),
    ("The teachers in Kitgum condemned the raid.", [("The teachers in Kitgum", "condemn", ("the raid",))]),
    ("The army said on Friday it had left the town.", [("The army", "say", ("it had left the town",))]),
    ("The army said it had left on Friday.", [("The army", "say", ("it had left on Friday",))]),
    # what the speaker did next is no part of what it said; what it also said is
    (
        'The spokesman noted, "no date has been set", and walked out.',
        [("The spokesman", "note", ('"no date has been set"',))],
    ),
    (
        'She said "the boat was full" and that they had waited.',
        [("She", "say", ('"the boat was full" and that they had waited',))],
    ),
    # asked of somebody, with "to" and "with"
    (
        "The bishop appealed to both sides to let the buses through.",
        [("The bishop", "appeal", ("both sides to let the buses through",))],
    ),
    (
        "She pleaded with the guards to open the gate.",
        [("She", "plead", ("the guards to open the gate",))],
    ),
]

NOTHING_SAID = [
    "The rebels appealed to the court.",
    # deeds of force, with verbs that also name speech
    "Russian forces attacked the village of Lyptsi on Monday.",
    "Russia attacked Ukraine with drones.",
    "Ukrainian troops defended the bridge for two days.",
    "The rebels contested the northern suburbs.",
    "Missiles hit the power plant.",
    # happenings say nothing, and who wants to stay unnamed says nothing of the world
    "The battle has claimed hundreds of casualties.",
    "They left the battle, which has raged for months and claimed hundreds of casualties.",
    "Both asked not to be named for security reasons.",
    "The nurse declined to be identified.",
    "Two people died in the army's attack on the convoy.",
    "The war began with the rebels' attack on Kharkiv in May.",
    "Soldiers pushed back the enemy at the river.",
    "Fighters threatened the supply road.",
    "She walked to the market and bought bread.",
    "The team plays in Kharkiv on Sunday.",
    'The so-called "ghost army" left the town.',
    'He published a book called "Winter War" in May.',
    "It goes without saying.",
    "Shells fell on the northern suburbs, and the power failed.",
    "",
    " \n\n ",
]


@pytest.mark.parametrize(("text", "expected"), DIRECT + INDIRECT + MIXED + FRAMES + SPEAKERS)
def test_attribution(read: Read, text: str, expected: list[tuple[str | None, str, tuple[str, ...]]]) -> None:
    assert [reading.noted for reading in read(text)] == expected


@pytest.mark.parametrize(("table", "mode"), [(DIRECT, "direct"), (INDIRECT, "indirect"), (MIXED, "mixed")])
def test_mode(read: Read, table: list[tuple[str, object]], mode: str) -> None:
    assert {reading.quote.mode for text, _ in table for reading in read(text)} == {mode}


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_nothing_is_said(read: Read, text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("The officials said the dam was blown up.", "speech"),
        ("The officials believe that the dam was blown up.", "belief"),
        ("Residents fear the dam will burst.", "belief"),
        ("They plan to leave the village on Sunday.", "plan"),
    ],
)
def test_attitude(read: Read, text: str, attitude: str) -> None:
    assert [reading.quote.attitude for reading in read(text)] == [attitude]


def test_a_subject_before_a_relative_clause_that_the_parser_breaks(read: Read) -> None:
    readings = read(
        'The army said in a statement that it would observe it "provided that the rebels do the same". The RSF, whose leader, General'
        " Mohamed Hamdan Dagalo, is better known as Hemedti, said it had agreed to the pause in order to open corridors for civilians."
    )
    assert readings[-1].noted == (
        "The RSF",
        "say",
        ("it had agreed to the pause in order to open corridors for civilians",),
    )


def test_an_attack_in_words(read: Read) -> None:
    [reading] = read("The senator's attack on the tax plan went far.")
    assert reading.noted == ("The senator", "attack", ("the tax plan",))


def test_turns_of_a_transcript(read: Read) -> None:
    readings = read("SMITH: We shall hold the town.\nJONES: For how long?")
    assert [reading.noted for reading in readings] == [
        ("SMITH", ":", ("We shall hold the town.",)),
        ("JONES", ":", ("For how long?",)),
    ]
