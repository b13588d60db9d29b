"""English from other languages, long and short."""

from __future__ import annotations

import pytest

from ingest.language import detect_language, is_english, is_english_tag

GERMAN = (
    "Die Gewerkschaft kündigte am Dienstag an, dass die Fähren auch am Mittwoch im Hafen bleiben werden, "
    "weil es noch kein Angebot gibt."
)
FRENCH = (
    "Le syndicat a annoncé mardi que les ferries resteraient au port mercredi, faute d’une offre de la direction, "
    "selon son porte-parole."
)
POLISH = "Związek zawodowy zapowiedział we wtorek, że promy pozostaną w porcie również w środę, ponieważ nie ma jeszcze żadnej oferty."


@pytest.mark.parametrize(("text", "language"), [(GERMAN, "de"), (FRENCH, "fr"), (POLISH, "pl"), (GERMAN.upper(), "de")])
def test_a_text_of_another_language_is_told(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "The union announced on Tuesday that the ferries would stay in port on Wednesday as well, since no offer had been made.",
        "THE UNION ANNOUNCED ON TUESDAY THAT THE FERRIES WOULD STAY IN PORT ON WEDNESDAY AS WELL, SINCE NO OFFER HAD BEEN MADE.",
        "Volodymyr Zelenskyy, Oleksandr Syrskyi and Rustem Umerov visited Kostiantynivka and Sloviansk on Monday, officials said.",
        'The graffiti read "Слава Україні", and beneath it somebody had written the names of the streets that are gone.',
        "Ferry leaves",
        "Kramatorsk, Sloviansk",
        "Das ist kurz",
        "42 – 7",
        "",
    ],
)
def test_english_and_what_is_too_short_to_tell(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", ["Паром вышел", "Пором вийшов із порту", "渡轮离开了港口", "غادرت العبارة الميناء"])
def test_another_script_tells_at_any_length(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("en", True), ("EN-gb", True), ("en_US", True), ("English", True), ("de", False), ("enm", False), ("", False)],
)
def test_tags_of_english(tag: str, expected: bool) -> None:
    assert is_english_tag(tag) is expected
