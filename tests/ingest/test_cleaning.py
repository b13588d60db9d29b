"""What is marked as boilerplate, and what must never be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.cleaning import find_boilerplate

BODY = """Ferry strike enters third day

Dock workers in Varna walked out again on Tuesday, the port authority said, and no ferry left the harbour.

“We have waited for two years,” said Ilia Stoyanov, who leads the union. “Nobody can say that we were hasty.”

The authority expects talks to begin on Thursday. Passengers were told to travel by road."""


def marked(text: str) -> list[str]:
    return [text[start:end] for start, end in find_boilerplate(text)]


AT_THE_END = [
    "Source: Black Sea Courier",
    "Sources: Black Sea Courier, agencies",
    "Reporting by Ana Petrova; editing by Tom Reed",
    "(Reporting by Ana Petrova in Varna; Additional reporting by Luka Novak; Editing by Tom Reed)",
    "Additional reporting by Luka Novak in Burgas",
    "With Courier wires",
    "With files from the Danube Press",
    "Luka Novak in Burgas contributed to this report.",
    "This story was first published by the Danube Press.",
    "This article has been updated with the minister's answer.",
    "© 2023 Black Sea Courier. All rights reserved.",
    "Copyright 2023 Black Sea Courier",
    "Sign up for our weekly newsletter.",
    "Get the best of our reporting in your inbox every Friday.",
    "Subscribe to The Breakwater, our morning briefing.",
    "Did you enjoy this article? Share it with a friend.",
    "Become a member today.",
    "Read more: Ferries of the Black Sea, a history",
    "READ MORE",
    "Also read: Harbour master resigns",
    "Follow us on Telegram and Facebook",
    "Follow Ana Petrova on Twitter @anapetrova",
    "Share this story",
    "Advertisement",
    "We use cookies to improve your visit. By clicking Accept you agree to their use.",
    "Photo: Black Sea Courier archive",
    "REUTERS",
    "Luka Novak/AFP via Getty Images",
    "Ana Petrova is the Courier’s transport correspondent. She studied in Sofia.",
    "Ana Petrova has reported from the Balkans since 2011. Her book, “Salt Water”, won a prize.",
    "I am Ana Petrova, a freelance reporter who loves the sea. My work has been printed in many places.",
    "The views expressed here are the author's own.",
]


@pytest.mark.parametrize("line", AT_THE_END)
def test_a_line_below_the_report_is_marked_whole(line: str) -> None:
    assert marked(f"{BODY}\n\n{line}") == [line]


@pytest.mark.parametrize("line", AT_THE_END)
def test_it_is_marked_without_blank_lines_and_with_windows_line_ends_too(line: str) -> None:
    assert marked(f"{BODY}\n\n{line}".replace("\n\n", "\r\n")) == [line]


IN_THE_BODY = [
    # quotations and their words
    '"Source: my own eyes," she said, and laughed.',
    "“Read my lips,” the minister told reporters. “There will be no new tax.”",
    "“Subscribe to that view and you are lost,” he said.",
    "“Sign up for the army,” the posters said, and many did.",
    "Source: that was the one word on the file, and it took the police three weeks to learn what it meant and who had written it there.",
    "Read my lips: there will be no new tax.",
    # a person at the beginning of a paragraph
    "Mila Haddad is a teacher in the port's only school, and she has kept it open.",
    "Mila Haddad has covered the wounded with her own blankets.",
    # a journalist in the news
    "Ilia Stoyanov is a former journalist who became a union leader in 2015.",
    # words that also stand in notices
    "Reporting by foreign media has been restricted since March, when a law on the press was passed.",
    "By Tuesday evening the harbour was empty.",
    "With agencies short of money, volunteers have taken over the kitchens and shelters of the whole town.",
    "Photographs of the harbour showed that at least three ferries had been damaged.",
    "The police published a photo of the man and asked for help.",
    "Follow the money, prosecutors say, and it leads to Limassol.",
    "Share prices fell by a tenth.",
    "Join us or leave, the rebels told the villagers.",
    "Contact with the crew was lost at noon.",
    "He declined to comment.",
    "AFP reporters saw three trucks leave the town.",
    "Reuters could not verify the report.",
    "Read more than one paper and you will find three versions of that night in them, none of them flattering to the police.",
    "Copyright law does not protect them, the court found.",
]  # fmt: skip


@pytest.mark.parametrize("paragraph", IN_THE_BODY)
def test_a_paragraph_of_the_report_stays(paragraph: str) -> None:
    head, tail = BODY.rsplit("\n\n", 1)
    assert marked(f"{head}\n\n{paragraph}\n\n{tail}") == []
    assert marked(f"{head}\n{paragraph}\n{tail}") == []


def test_a_biography_is_of_somebody_whom_the_report_does_not_speak_of() -> None:
    line = "Ilia Stoyanov is a writer and the author of three novels."
    assert marked(f"{BODY}\n\n{line}") == []
    assert marked(f"{BODY.replace('Ilia Stoyanov', 'Ivo Kolev')}\n\n{line}") == [line]


def test_the_byline_does_not_hide_the_biography() -> None:
    title, rest = BODY.split("\n\n", 1)
    text = f"{title}\n\nBy Ana Petrova in Varna\n\n{rest}\n\nAna Petrova is a freelance journalist based in Sofia."
    assert marked(text) == ["By Ana Petrova in Varna", "Ana Petrova is a freelance journalist based in Sofia."]


def test_a_biography_is_looked_for_at_the_end_alone() -> None:
    line = "Ana Petrova is a freelance journalist based in Sofia."
    assert marked(f"{line}\n\n{BODY}") == []


def test_lines_at_the_end_are_marked_one_by_one() -> None:
    tail = ["Source: Black Sea Courier", "Ana Petrova is a reporter from Sofia.", "Subscribe to our newsletter."]
    assert marked("\n\n".join([BODY, *tail])) == tail


def test_a_prompt_at_the_end_takes_its_paragraph_with_it_and_one_in_a_paragraph_its_sentence() -> None:
    whole = "Some names have been changed. Listen to our podcast, Salt Water, every Friday."
    assert marked(f"{BODY}\n\n{whole}") == [whole]
    mixed = "The strike cost the port a fortune. Sign up for our newsletter."
    assert marked(f"{mixed}\n\n{BODY}") == ["Sign up for our newsletter."]


CAPTIONS = [
    "Workers stand at the gate of the port.\nREUTERS",
    "Workers stand at the gate.\nWorkers stand at the gate of the port in Varna.\nAP",
    "The harbour of Varna.\nNo ferry has left it since Sunday. It is usually busy.\nLuka Novak/Danube Press",
    "A ferry in Varna.\nAFP via Getty Images",
    "A ferry in Varna.\nPhoto: Luka Novak/Danube Press",
    "A ferry in Varna in May. (Photo by Luka Novak/AFP)",
    "A ferry in Varna [File photo]",
    "Dock workers stand at the gate of the port.\nDock workers stand before the gate of the port.",
]


@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_goes_with_its_credit(caption: str) -> None:
    head, tail = BODY.rsplit("\n\n", 1)
    assert marked(f"{head}\n\n{caption}\n\n{tail}") == [caption]


def test_a_paragraph_above_a_credit_is_no_caption_without_a_sign_of_it() -> None:
    head, tail = BODY.replace("\n\n", "\n").rsplit("\n", 1)
    assert marked(f"{head}\nREUTERS\n{tail}") == ["REUTERS"]
    assert marked(f"{head}\nThe harbour of Varna, seen here in May.\nREUTERS\n{tail}") == [
        "The harbour of Varna, seen here in May.\nREUTERS"
    ]


def test_the_second_copy_of_a_sentence_or_line_is_marked() -> None:
    title, rest = BODY.split("\n\n", 1)
    assert marked(f"{title}\n\n{title}\n\n{rest}") == [title]
    lead = rest.split("\n\n")[0]
    assert marked(f"{title}\n\n{lead}\n\n{rest}") == [lead]
    assert marked(f"date 2023-05-09 {lead}\n\n{rest}") == [lead]
    assert marked(f"{BODY} {lead}") == [lead]


def test_a_copy_with_a_word_put_in_is_one_unless_the_word_changes_what_it_says() -> None:
    first = "Dock workers in Varna walked out again on Tuesday and no ferry left the harbour."
    longer = "Dock workers in sunny Varna walked out again on Tuesday and no ferry left the harbour."
    denied = "Dock workers in Varna never walked out again on Tuesday and no ferry left the harbour."
    rest = BODY.split("\n\n", 2)[2]
    assert marked(f"{first}\n\n{longer}\n\n{rest}") == [longer]
    assert marked(f"{first}\n\n{denied}\n\n{rest}") == []


def test_short_sentences_recur_by_chance() -> None:
    assert marked(f"{BODY}\n\nHe declined to comment.\n\nThe mayor was asked too. He declined to comment.") == []


def test_punctuation_that_stands_alone_is_debris() -> None:
    assert marked("The port is closed.” .” It will open. . Soon.") == [".”", "."]
    assert marked("He waited . . . and left. Nobody came ... at all. Really ? Yes .") == []


def test_a_byline_stands_at_the_top() -> None:
    title, rest = BODY.split("\n\n", 1)
    assert marked(f"{title}\n\nBy Ana Petrova and Luka Novak, Danube Press\n\n{rest}") == [
        "By Ana Petrova and Luka Novak, Danube Press"
    ]


def test_a_wrapped_line_is_not_taken_for_a_paragraph() -> None:
    text = (
        "The inspectors had one complaint about the whole inquiry, which was about the\n"
        "reporting by Ana Petrova and others who had seen the documents before they\n"
        "were handed to the court, and about nothing else in it.\n"
    )
    assert marked(text) == []


@pytest.mark.parametrize("text", ["", " \n", "Photo: my breakfast today", "REUTERS", "Subscribe to our newsletter."])
def test_a_text_is_never_all_boilerplate(text: str) -> None:
    assert marked(text) == []


LINES = st.sampled_from([*AT_THE_END, *IN_THE_BODY, *CAPTIONS, *BODY.split("\n\n"), "", " ", "\t.", ".”", "…", "By"])


@settings(deadline=None)
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(LINES, max_size=12).map("\n".join),
        st.lists(LINES, max_size=8).map("\r\n\r\n".join),
    )
)
def test_spans_lie_in_the_text_in_order_without_overlap_and_on_characters(text: str) -> None:
    end = 0
    for span in find_boilerplate(text):
        assert end <= span.start < span.end <= len(text)
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()
        end = span.end
