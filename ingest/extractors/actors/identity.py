"""Which names of one text name one actor: surnames and full names, spellings, short forms and acronyms."""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from graph.names import fold_name, spelling_key

# A surname of at least so many letters may differ by one edit, a longer one by two, where the given name agrees or is left out.
ONE_EDIT_CHARACTERS = 6
TWO_EDITS_CHARACTERS = 8


def same_person(full: str, other: str) -> bool:
    """Whether `other`, in the same text, is another way to write the person `full`: a surname, an initial, a variant spelling."""
    full_words, other_words = fold_name(full).split(), fold_name(other).split()
    if not full_words or not other_words:
        return False
    if len(other_words) == 1:
        return len(full_words) > 1 and _same_surname(full_words[-1], other_words[0])
    if len(full_words) == 1:
        return False
    if spelling_key(full) == spelling_key(other):
        return True
    return _same_given_name(full_words[0], other_words[0]) and (
        _same_surname(full_words[-1], other_words[-1]) or " ".join(full_words[1:]) == " ".join(other_words[1:])
    )


def exact_surname(full: str, surname: str) -> bool:
    """Whether `surname` is the last word, or the last two, of `full`."""
    words, ending = fold_name(full).split(), fold_name(surname).split()
    return 0 < len(ending) < len(words) and words[-len(ending) :] == ending


def same_organisation(full: str, other: str) -> bool:
    """Whether `other` is a short form of the organisation `full`: its acronym, or its first or last capitalised words."""
    full_words, other_words = fold_name(full).split(), fold_name(other).split()
    if full_words == other_words:
        return True
    if len(other_words) == 1 and other.isupper() and len(other) > 1:
        initials = [word[0] for word in full.replace("-", " ").split() if word[:1].isupper()]
        return len(initials) > 1 and "".join(initials).lower() == other_words[0]
    return len(other_words) > 1 and len(other_words) < len(full_words) and full_words[: len(other_words)] == other_words


def _same_surname(left: str, right: str) -> bool:
    if left == right or spelling_key(left) == spelling_key(right):
        return True
    shorter = min(len(left), len(right))
    if left[0] != right[0] or shorter < ONE_EDIT_CHARACTERS:
        return False
    return Levenshtein.distance(left, right) <= (2 if shorter >= TWO_EDITS_CHARACTERS else 1)


def same_given_name(left: str, right: str) -> bool:
    """Whether two full names begin with one given name, in any of its variants, or its initial."""
    return _same_given_name(fold_name(left).split()[0], fold_name(right).split()[0])


def _same_given_name(left: str, right: str) -> bool:
    if min(len(left), len(right)) == 1:
        return left[0] == right[0]
    return left == right or spelling_key(f"{left} x") == spelling_key(f"{right} x")
