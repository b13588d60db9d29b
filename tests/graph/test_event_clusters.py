"""Same event or same kind of event again: tables of mentions, and the events that they make."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.clock import clock_of
from graph.event_clusters import Traits, agree, block_of, clusters, windows
from graph.timespan import parse_edtf


def told(
    when: str | None,
    modes: str = "",
    actors: str = "",
    recipients: str = "",
    place: str | None = "Bakhmut",
    modality: str = "actual",
    type_: str = "ASSAULT",
    control_change: str = "none",
) -> Traits:
    """A mention as a table writes it: words apart by spaces."""
    span = parse_edtf(when or "../2023-02-10")
    named = actors.split()
    return Traits(
        block=block_of(type_, modality, control_change, span, place, named),
        span=span,
        modes=frozenset(modes.split()),
        actors=frozenset(named),
        recipients=frozenset(recipients.split()),
    )


def events(*mentions: Traits) -> set[str]:
    """The events as the numbers of their mentions: `{"12", "3"}`."""
    found = clusters({str(number): each for number, each in enumerate(mentions, 1)})
    return {"".join(sorted(each)) for each in found}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        # time
        (told("2023-02-03"), told("2023-02-03"), True),
        (told("2023-02-03"), told("2023-02-04"), False),
        (told("2023-02-03"), told("2023-02-03/2023-02-04"), True),
        (told("2023-02-03"), told("2023-02-02/2023-02-04"), False),
        (told("2023-02-01/2023-02-04"), told("2023-02-02/2023-02-05"), True),
        (told("2023-02-01/2023-02-03"), told("2023-02-03/2023-02-05"), False),
        (told("2023-02-03"), told("2023-01-30/2023-02-05"), False),
        (told("2023-02-01/2023-02-10"), told("2023-02-04/2023-02-05"), True),
        (told("2023-02"), told("2023-02"), True),
        (told("2023-02"), told("2023"), False),
        (told("2023-02"), told("2023-03"), False),
        (told(None), told(None), False),
        (told(None), told("2023-02-03"), False),
        # place
        (told("2023-02-03"), told("2023-02-03", place="Soledar"), False),
        (told("2023-02-03", actors="russia"), told("2023-02-03", actors="russia", place=None), False),
        (told("2023-02-03", place=None), told("2023-02-03", place=None), False),
        (told("2023-02-03", actors="a b", place=None), told("2023-02-03", actors="b a", place=None), True),
        (told("2023-02-03", actors="a b", place=None), told("2023-02-03", actors="a", place=None), False),
        # who took part
        (told("2023-02-03", actors="russia"), told("2023-02-03", actors="russia"), True),
        (told("2023-02-03", actors="russia"), told("2023-02-03", actors="ukraine"), False),
        (told("2023-02-03", actors="russia"), told("2023-02-03"), True),
        (told("2023-02-03", actors="russia wagner"), told("2023-02-03", actors="wagner"), True),
        (told("2023-02-03", recipients="hospital"), told("2023-02-03", recipients="school"), False),
        (told("2023-02-03", actors="russia"), told("2023-02-03", recipients="ukraine"), True),
        # what happened
        (told("2023-02-03", "aerial"), told("2023-02-03", "aerial drone"), True),
        (told("2023-02-03", "aerial"), told("2023-02-03", "abduct"), False),
        (told("2023-02-03", "aerial"), told("2023-02-03"), True),
        (told("2023-02-03", "aerial"), told("2023-02-03", "destroy"), True),
        (told("2023-02-03", "aerial destroy"), told("2023-02-03", "abduct destroy"), False),
        (told("2023-02-03"), told("2023-02-03", type_="RETREAT"), False),
        (told("2023-02-03", control_change="captured"), told("2023-02-03"), False),
        # whether it happened
        (told("2023-02-03"), told("2023-02-03", modality="historical"), True),
        (told("2023-02-03"), told("2023-02-03", modality="negated"), False),
        (told("2023-02-03"), told("2023-02-03", modality="planned"), False),
        (told("2023-02-03", modality="planned"), told("2023-02-03", modality="planned"), True),
        (told("2023-02-03", modality="planned"), told("2023-02-03", modality="predicted"), False),
    ],
)
def test_two_mentions_tell_one_event_or_two(one: Traits, other: Traits, same: bool) -> None:
    assert agree(one, other) is agree(other, one) is same
    assert events(one, other) == ({"12"} if same else {"1", "2"})


@pytest.mark.parametrize(
    ("mentions", "found"),
    [
        # yesterday's shelling and today's, each told twice
        ([told("2023-02-03"), told("2023-02-04"), told("2023-02-03"), told("2023-02-04")], {"13", "24"}),
        # the third agrees with both days, which do not agree with each other
        ([told("2023-02-03"), told("2023-02-04"), told("2023-02-03/2023-02-04")], {"1", "2", "3"}),
        # nobody knows which of the two attacks the third was
        ([told("2023-02-03", actors="a"), told("2023-02-03", actors="b"), told("2023-02-03")], {"1", "2", "3"}),
        # a bridge leaves the banks whole
        (
            [
                told("2023-02-03", actors="a"),
                told("2023-02-03", actors="a"),
                told("2023-02-03", actors="b"),
                told("2023-02-03", actors="b"),
                told("2023-02-03"),
            ],
            {"12", "34", "5"},
        ),
        # bridges of one kind tell one event of their own
        (
            [
                told("2023-02-03", actors="a"),
                told("2023-02-03", actors="b"),
                told("2023-02-03"),
                told("2023-02-03"),
            ],
            {"1", "2", "34"},
        ),
        # whose attack it was is told by one only
        ([told("2023-02-03"), told("2023-02-03", actors="a"), told("2023-02-03", "aerial")], {"123"}),
        # a chain of overlapping spans is no event
        (
            [
                told("2023-02-01/2023-02-04"),
                told("2023-02-02/2023-02-05"),
                told("2023-02-03/2023-02-06"),
                told("2023-02-04/2023-02-07"),
            ],
            {"1", "2", "3", "4"},
        ),
        ([told(None), told(None), told("2023-02-03")], {"1", "2", "3"}),
        ([], set()),
    ],
)
def test_mentions_make_events_in_every_order(mentions: list[Traits], found: set[str]) -> None:
    numbered = {str(number): each for number, each in enumerate(mentions, 1)}
    for order in permutations(numbered):
        assert {"".join(sorted(each)) for each in clusters({key: numbered[key] for key in order})} == found


WHENS = st.sampled_from(
    ["2023-02-03", "2023-02-04", "2023-02-03/2023-02-04", "2023-01-30/2023-02-05", "2023-02-01/2023-02-20", "2023-02",
     "2023-01-15/2023-03-15", "2023-02-20/2023-03-10", "2023-21", "2023", "2022/2023"]
)  # fmt: skip
MENTIONS = st.builds(
    told, WHENS, st.sampled_from(["", "aerial", "drone", "aerial drone"]), st.sampled_from(["", "a", "b"])
)


@given(st.lists(MENTIONS, max_size=12))
def test_an_event_holds_only_mentions_that_agree(mentions: list[Traits]) -> None:
    by_id = {str(number): each for number, each in enumerate(mentions)}
    found = clusters(by_id)
    assert sorted(each for cluster in found for each in cluster) == sorted(by_id)
    for cluster in found:
        assert all(agree(by_id[one], by_id[other]) for one in cluster for other in cluster)


@given(MENTIONS, MENTIONS)
def test_whatever_agrees_lies_in_a_window(one: Traits, other: Traits) -> None:
    if not agree(one, other):
        return
    assert other.span.start is not None
    assert other.span.end is not None
    last = other.span.end.fromordinal(other.span.end.toordinal() - 1).isoformat()
    clock = clock_of(other.span.start.isoformat(), last)
    assert [
        window
        for window in windows(one)
        if window.extent == clock.extent
        and window.first_day <= clock.day <= window.until
        and clock.last_day >= window.since
    ]


@pytest.mark.parametrize(
    ("when", "extents"),
    [
        ("2023-02-03", ["day", "month"]),
        ("2023-01-30/2023-02-05", ["month"]),
        ("2023-01-31/2023-02-04", ["day", "month", "long"]),
        ("2023-02", ["month", "long"]),
        ("2023", ["long"]),
        (None, []),
    ],
)
def test_a_town_is_not_searched_for_what_cannot_agree(when: str | None, extents: list[str]) -> None:
    assert [window.extent for window in windows(told(when))] == extents
