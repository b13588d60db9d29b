"""The registry finds an actor by any known spelling, and says nothing of names that several bear."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.names import fold_name
from ingest.registry import InvalidRegistry, Registry, RegistryActor, load_registry


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


@pytest.mark.parametrize(
    ("name", "actor_id"),
    [
        ("Zelensky", "actor:volodymyr-zelenskyy"),
        ("Володимир Зеленський", "actor:volodymyr-zelenskyy"),
        ("Prigogine", "actor:yevgeny-prigozhin"),
        ("Wagner", "actor:wagner-group"),
        ("RSF", "actor:rapid-support-forces"),
        ("Hemeti", "actor:mohamed-hamdan-dagalo"),
        ("Sudan's army", "actor:sudanese-armed-forces"),
        ("Moscow", "country:RU"),
        ("the Kremlin", "country:RU"),
        ("the Pentagon", "actor:us-department-of-defense"),
        ("British intelligence", "actor:uk-ministry-of-defence"),
        ("UK Ministry of Defense", "actor:uk-ministry-of-defence"),
        ("Russian Ministry of Defence", "office:RU:ministry-of-defence"),
        ("Russia’s Defense Ministry", "office:RU:ministry-of-defence"),
        ("General Staff of Ukraine's armed forces", "office:UA:general-staff"),
        ("Polish Foreign Ministry", "office:PL:ministry-of-foreign-affairs"),
    ],
)
def test_finds(registry: Registry, name: str, actor_id: str) -> None:
    found = registry.find(name)
    assert found is not None
    assert found.id == actor_id


@pytest.mark.parametrize("name", ["", "Nobody Atall", "Defence Ministry", "Smithson"])
def test_knows_nothing_of(registry: Registry, name: str) -> None:
    assert registry.find(name) is None


def test_a_kind_narrows(registry: Registry) -> None:
    assert registry.find("Moscow", "Person") is None
    assert registry.find("Georgia", "Country") is not None


def test_every_role_is_of_a_known_actor_and_every_actor_has_a_source(registry: Registry) -> None:
    for name in ("Volodymyr Zelenskyy", "Jens Stoltenberg", "Yevgeny Prigozhin"):
        actor = registry.find(name)
        assert actor is not None
        assert actor.source
        assert all(registry.actor(role.of) for role in actor.roles)


def test_every_country_has_its_offices(registry: Registry) -> None:
    kenya = registry.country("KE")
    assert kenya is not None
    office = registry.office("defence ministry", kenya)
    assert office is not None
    assert office.name == "Kenyan Ministry of Defence"
    assert registry.is_office("Foreign Ministry")
    assert not registry.is_office("Nordic Centre")


def test_the_longest_name_at_the_head_of_the_words_wins(registry: Registry) -> None:
    words = [fold_name(word) for word in ["Institute", "for", "the", "Study", "of", "War", "said"]]
    match = registry.match(words, 0)
    assert match is not None
    assert (match.length, match.actors[0].name) == (6, "Institute for the Study of War")
    assert registry.match(["said"], 0) is None


def test_a_name_that_two_bear_is_found_for_neither() -> None:
    registry = Registry(
        [RegistryActor("actor:a", "Ana Vela", "Person"), RegistryActor("actor:b", "Rui Vela", "Person")]
    )
    assert registry.find("Vela") is None
    assert [actor.id for actor in registry.candidates("Vela")] == ["actor:a", "actor:b"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no JSON"),
        ("[]", "no JSON object"),
        (json.dumps({"id": "actor:x", "name": "X", "kind": "Robot", "source": "s"}), "kind 'Robot'"),
        (json.dumps({"id": "actor:x", "kind": "Person", "source": "s"}), "missing or unknown field"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "actors.jsonl"
    good = json.dumps({"id": "actor:y", "name": "Y", "kind": "Person", "source": "s"})
    path.write_text(f"{good}\n{line}\n", encoding="utf-8")
    with pytest.raises(InvalidRegistry, match=reason) as error:
        load_registry(path)
    assert error.value.line == 2
