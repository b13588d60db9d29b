"""Finds what a verb attributes: each frame of the cue's entry is tried against the parse around the verb."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from ingest.extractors.quotes import grammar
from ingest.extractors.quotes.candidate import Candidate, Tokens
from ingest.extractors.quotes.lexicon import Cue, verbs

_CLAUSES = ("ccomp", "pcomp", "csubj")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WH = frozenset({"who", "what", "which", "when", "where", "why", "how", "whether", "if", "whom", "whose"})
# "told a meeting of island leaders in Honolulu last week that ..."
STRAY_TOKENS_MAXIMUM = 25
# "in a telephone interview with reporters from his office on Tuesday"
MEDIUM_TOKENS_MAXIMUM = 16
_MEDIA = frozenset(
    {"interview", "statement", "tweet", "email", "e-mail", "speech", "twitter", "facebook", "telegram", "post",
     "conference", "briefing", "op-ed", "youtube", "instagram"}
)  # fmt: skip
_STRETCHED = frozenset({"clause", "small_clause", "infinitive", "object_infinitive", "gerund", "passive_clause", "passive_infinitive"})
_DASHES = frozenset({"-", "--", "—", "–"})
_IDIOMS = frozenset({"know", "mean", "think", "guess", "see", "ask", "suppose"})
_SUBORDINATORS = frozenset({"after", "before", "when", "while", "if", "because", "since", "although", "though", "as", "until", "once"})
_EMPTY_OBJECTS = frozenset({"it", "this", "that", "them", "him", "her", "me", "us", "you", "himself", "herself", "themselves", "itself"})


def verb_candidates(doc: Doc, verb: Token, cues: tuple[Cue, ...]) -> Candidate | None:
    """The first reading of `verb` with a frame that the sentence fills."""
    passive = grammar.is_passive(verb)
    for cue in cues:
        if cue.particle and not has_particle(doc, verb, cue.particle):
            continue
        find = _passive if passive else _active
        for family, content in find(doc, verb, cue):
            parts = [part for part in (grammar.trim(doc, part) for part in content) if part.end > part.start]
            if parts and parts[-1].start > verb.i and (family in _STRETCHED or _breaks(doc, parts[-1].end)):
                parts[-1] = Tokens(parts[-1].start, grammar.stretch_right(doc, verb, parts[-1].end))
            if parts:
                parts[-1] = _without_comment(doc, _without_medium(doc, parts[-1], verb) if parts[-1].start > verb.i else parts[-1])
                return _candidate(doc, verb, cue, family, parts, passive)
    return None


def _breaks(doc: Doc, end: int) -> bool:
    """Whether a sentence begins here without the one before having ended."""
    return end < len(doc) and bool(doc[end].is_sent_start) and not doc[end].is_space and doc[end - 1].text not in (".", "?", "!")


def adjective_candidate(doc: Doc, adjective: Token, cues: tuple[Cue, ...]) -> Candidate | None:
    """The attribution of a predicate adjective: "they are sure that ...", "he was determined to ..."."""
    copula = adjective.head
    if adjective.dep_ not in ("acomp", "oprd") or copula.pos_ not in ("AUX", "VERB"):
        return None
    for cue in cues:
        for child in [*adjective.rights, *copula.rights]:
            if child.i < adjective.i or child.dep_ not in ("ccomp", "xcomp"):
                continue
            if ("infinitive" if _is_to_infinitive(child) else "clause") not in cue.frames:
                continue
            part = grammar.trim(doc, Tokens(max(adjective.i + 1, child.left_edge.i), child.right_edge.i + 1))
            own = grammar.own_subject(copula)
            if part.end <= part.start or own is None or own.lower_ in ("it", "there"):
                continue
            candidate = _candidate(doc, copula, cue, "adjective", [part], passive=False)
            candidate.head = adjective.i
            candidate.cue_tokens = Tokens(min(candidate.cue_tokens.start, copula.i), adjective.i + 1)
            return candidate
    return None


def bare_candidate(doc: Doc, verb: Token, cue: Cue) -> Candidate:
    """A cue with its speaker and no content yet: what it says stands in quotation marks."""
    return _candidate(doc, verb, cue, "quotation", [], grammar.is_passive(verb))


def _without_medium(doc: Doc, part: Tokens, verb: Token) -> Tokens:
    """The part without "in an interview", "during the debate", "on Twitter" at its end: where it was said, not what."""
    for index in range(part.end - 1, max(part.start + 1, part.end - MEDIUM_TOKENS_MAXIMUM), -1):
        token = doc[index]
        if token.is_quote:
            return part
        if token.dep_ == "prep" and token.right_edge.i >= part.end - 2:
            noun = next((child for child in token.rights if child.dep_ == "pobj"), None)
            if noun is None:
                continue
            if token.lower_ == "during" and token.head.i <= verb.i or noun.lemma_.lower() in _MEDIA and token.lower_ in ("in", "on", "at", "during", "via"):
                return Tokens(part.start, index)
    return part


def _without_comment(doc: Doc, part: Tokens) -> Tokens:
    """The part without a relative clause at its end that is set off by a comma: the writer's remark, not the speaker's."""
    for index in range(part.end - 1, part.start + 1, -1):
        token = doc[index]
        if token.tag_ in ("WDT", "WP", "WP$") and doc[index - 1].text == "," and token.head.right_edge.i >= part.end - 2:
            node = token
            while node.dep_ != "relcl" and node.head is not node and node.head.i > index:
                node = node.head
            if node.dep_ == "relcl" and node.right_edge.i >= part.end - 2:
                return Tokens(part.start, index - 1)
        if token.is_quote:
            return part
    return part


def _candidate(doc: Doc, verb: Token, cue: Cue, family: str, parts: list[Tokens], passive: bool) -> Candidate:
    sentence = _sentence(verb)
    if passive and family == "clause":
        token, kind = verb.head, "own"
    elif passive:
        token, kind = grammar.agent(verb), "agent"
    else:
        token, kind = grammar.subject(verb)
        by = grammar.issuer(token) if token is not None else None
        if by is not None:
            token, kind = by, "control"
    speaker = None
    if token is not None:
        speaker = _clear_of(doc, grammar.mention(doc, token, sentence), token, verb, parts)
    candidate = Candidate(
        cue=cue,
        head=verb.i,
        cue_tokens=grammar.cue_extent(doc, verb, cue.particle),
        content=parts,
        family=family,
        speaker=speaker,
        speaker_kind=kind if speaker else "none",
        negated=any(child.dep_ == "neg" for child in verb.children),
        hedged=any(child.tag_ == "MD" or (child.dep_ == "mark" and child.lower_ == "if") for child in verb.lefts),
    )
    candidate.clause = _clause(candidate)
    candidate.addressee = _addressee(doc, verb, cue, candidate)
    return candidate


def _clause(candidate: Candidate) -> Tokens:
    start, end = candidate.cue_tokens
    if candidate.speaker and candidate.speaker_kind in ("own", "relative", "agent"):
        start, end = min(start, candidate.speaker.start), max(end, candidate.speaker.end)
    return Tokens(start, end)


def _clear_of(doc: Doc, span: Tokens, token: Token, verb: Token, parts: list[Tokens]) -> Tokens | None:
    """The mention cut where it runs into the verb or the content."""
    start, end = span
    if start <= verb.i < end:
        start, end = (start, verb.i) if token.i < verb.i else (verb.i + 1, end)
    for part in parts:
        if part.start <= token.i < part.end:
            return None
        if part.start < end and start < part.end:
            start, end = (start, part.start) if token.i < part.start else (part.end, end)
    return grammar.trim(doc, Tokens(start, end)) if start <= token.i < end else None


def _addressee(doc: Doc, verb: Token, cue: Cue, candidate: Candidate) -> Tokens | None:
    if "addressee" in cue.frames or "object_infinitive" in cue.frames:
        for child in verb.children:
            if child.dep_ in (*grammar.OBJECTS, "nsubjpass") and not any(p.start <= child.i < p.end for p in candidate.content):
                return grammar.mention(doc, child, _sentence(verb))
        if cue.lemma == "tell":
            return None
    for child in verb.rights:
        if child.dep_ in ("prep", "dative") and child.lower_ == "to":
            for word in child.rights:
                if word.dep_ == "pobj" and not any(p.start <= word.i < p.end for p in candidate.content):
                    return grammar.mention(doc, word, _sentence(verb))
    return None


def has_particle(doc: Doc, verb: Token, particle: str) -> bool:
    """Whether the words of `particle` follow the verb."""
    words = particle.split()
    return verb.i + len(words) < len(doc) and all(doc[verb.i + 1 + k].lower_ == word for k, word in enumerate(words))


def _sentence(token: Token) -> Tokens:
    sentence = token.sent
    return Tokens(sentence.start, sentence.end)


def _right_clauses(verb: Token) -> Iterator[Token]:
    for child in verb.rights:
        if child.dep_ in _CLAUSES and child.dep_ != "pcomp":
            yield child


def _is_to_infinitive(token: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in token.lefts)


def _own_subject_is_theme(clause: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in clause.lefts)


def _active(doc: Doc, verb: Token, cue: Cue) -> Iterator[tuple[str, list[Tokens]]]:
    frames = cue.frames
    after = verb.i + 1 + (len(cue.particle.split()) if cue.particle else 0)
    if "clause" in frames or "quote" in frames:
        yield from _clause_frames(doc, verb, cue, after)
    clauses = [child for child in verb.rights if child.dep_ in ("xcomp", "ccomp", "advcl") and child.i > verb.i]
    infinitive = next((child for child in clauses if _is_to_infinitive(child)), None)
    theme = next((child for child in verb.rights if child.dep_ in grammar.OBJECTS), None)
    if infinitive is not None and infinitive.dep_ != "advcl":
        if "object_infinitive" in frames:
            if theme is not None and theme.i < infinitive.i:
                yield "object_infinitive", [Tokens(theme.left_edge.i, infinitive.right_edge.i + 1)]
            elif _own_subject_is_theme(infinitive):
                yield "object_infinitive", [Tokens(max(after, infinitive.left_edge.i), infinitive.right_edge.i + 1)]
        if "infinitive" in frames and theme is None and not _own_subject_is_theme(infinitive):
            yield "infinitive", [Tokens(max(after, infinitive.left_edge.i), infinitive.right_edge.i + 1)]
    if "gerund" in frames:
        for child in clauses:
            if child.tag_ == "VBG" and child.dep_ in ("xcomp", "ccomp"):
                yield "gerund", [Tokens(max(after, child.left_edge.i), child.right_edge.i + 1)]
    if "complement" in frames:
        yield from _complement(verb, theme, after)
    for frame in frames:
        if frame.startswith("object_") and frame != "object_infinitive" and theme is not None:
            preposition = frame.removeprefix("object_")
            for child in [*verb.rights, *theme.rights]:
                if child.dep_ == "prep" and child.lower_ == preposition and child.i > theme.i:
                    yield frame, [Tokens(theme.left_edge.i, max(child.right_edge.i, theme.right_edge.i) + 1)]
    relative = next((word for word in verb.lefts if word.dep_ == "dobj" and word.tag_ in ("WDT", "WP", "IN")), None)
    if relative is not None and ("object_as" in frames or "object_of" in frames):
        for child in verb.rights:
            if child.dep_ == "prep" and child.lower_ == "as" and child.right_edge.i > child.i:
                yield "object_as", [Tokens(relative.i, relative.i + 1), Tokens(child.i + 1, child.right_edge.i + 1)]
    if "on_infinitive" in frames:
        for child in verb.rights:
            if child.dep_ in ("advcl", "ccomp", "xcomp") and child.left_edge.lower_ in ("for", "on") and _is_to_infinitive(child):
                yield "object_infinitive", [Tokens(child.left_edge.i + 1, child.right_edge.i + 1)]
            if child.lower_ in ("on", "upon", "for") and child.dep_ == "prep":
                end = max((other.right_edge.i for other in clauses if _is_to_infinitive(other)), default=child.right_edge.i)
                yield "object_infinitive", [Tokens(child.i + 1, max(end, child.right_edge.i) + 1)]
    if "clause" not in frames and frames & {"object", "weak_object"}:
        for child in _right_clauses(verb):
            if child.left_edge.lower_ in _WH or child.left_edge.lower_ == "that":
                yield "clause", [Tokens(max(after, child.left_edge.i), child.right_edge.i + 1)]
    for family in ("object", "weak_object"):
        if family in frames and theme is not None and theme.dep_ != "dative":
            yield family, [Tokens(theme.left_edge.i, theme.right_edge.i + 1)]
    if cue.prepositions:
        for child in verb.rights:
            if child.dep_ in ("prep", "prt", "agent") and child.lower_ in cue.prepositions and child.right_edge.i > child.i:
                yield "preposition", [Tokens(child.i + 1, child.right_edge.i + 1)]


def _to_comma(doc: Doc, start: int, end: int) -> int:
    while start < end and doc[start].text not in (",", ";", ".", "?", "!"):
        start += 1
    return start


def _complement(verb: Token, theme: Token | None, after: int) -> Iterator[tuple[str, list[Tokens]]]:
    relative = next((word for word in verb.lefts if word.dep_ == "dobj"), None)
    if relative is None and theme is None and verb.dep_ == "relcl" and verb.left_edge.lower_ in ("that", "which"):
        relative = verb.left_edge
    for child in verb.rights:
        second = theme is not None and child.dep_ in grammar.OBJECTS and child.i > theme.i
        if second or child.dep_ in ("oprd", "ccomp", "xcomp", "attr", "acomp") and not _is_to_infinitive(child):
            if theme is not None or _own_subject_is_theme(child):
                start = min(theme.left_edge.i if theme is not None else after, child.left_edge.i)
                yield "complement", [Tokens(max(start, after), child.right_edge.i + 1)]
            elif relative is not None:
                yield "complement", [Tokens(relative.left_edge.i, relative.i + 1), Tokens(child.left_edge.i, child.right_edge.i + 1)]
    relative = next((word for word in verb.lefts if word.dep_ == "dobj" and word.tag_ in ("WDT", "WP")), None)
    if relative is not None and theme is not None:
        yield "complement", [Tokens(relative.i, relative.i + 1), Tokens(theme.left_edge.i, theme.right_edge.i + 1)]
    if theme is not None and theme.right_edge.i > theme.i + 1:
        inner = theme.right_edge
        if inner.text in ('"', "''"):
            yield "complement", [Tokens(theme.left_edge.i, theme.right_edge.i + 1)]


def _clause_frames(doc: Doc, verb: Token, cue: Cue, after: int) -> Iterator[tuple[str, list[Tokens]]]:
    if "quote" in cue.frames:
        around = _around(doc, verb)
        if around is not None:
            yield around
            return
    for child in _right_clauses(verb):
        if child.i < verb.i:
            continue
        if _is_to_infinitive(child) or (child.tag_ == "VBG" and not any(c.dep_ in ("aux", "nsubj") for c in child.lefts)):
            continue
        start = max(after, child.left_edge.i)
        end = child.right_edge.i + 1
        if "addressee" not in cue.frames:
            # The clause's own subject, hung on the verb by mistake.
            start = min([start, *(o.left_edge.i for o in verb.rights if o.dep_ in ("dobj", "nsubj") and verb.i < o.i < child.i)])
        first = next(child.lefts, None)
        mark = next((word for word in child.lefts if word.lower_ == "that" and word.dep_ == "mark"), None)
        if mark is not None:
            start = max(start, mark.i)
        elif first is not None and first.dep_ == "npadvmod" and first.i >= start and first.tag_ != "CD":
            # "said Monday he would": the day is when it was said.
            start = first.right_edge.i + 1
        for other in verb.rights:
            if other.i > child.i and other.dep_ == "conj" and any(word.tag_ == "MD" for word in other.lefts):
                # "says it would cost less but would take longer"
                if grammar.own_subject(other) is None:
                    end = max(end, other.right_edge.i + 1)
            # Clauses in a coordination that the parser hung on the verb: "said that A and that B".
            if other.i > child.i and other.dep_ in ("conj", "ccomp") and other.left_edge.lower_ in ("that", "whether", "if"):
                end = max(end, other.right_edge.i + 1)
        finite = child.tag_ in _FINITE or any(c.dep_ in ("aux", "auxpass", "cop", "mark") for c in child.lefts)
        marked = child.left_edge.lower_ in _WH or child.left_edge.lower_ == "that"
        if end < len(doc) - 1 and doc[end].text == ":" and doc[end].sent.start == verb.sent.start and doc[end + 1].tag_ != "``":
            end = verb.sent.end
        if end < len(doc) and doc[end].text in _DASHES and sum(doc[i].text in _DASHES for i in range(start, end)) == 1:
            # "that the mayor - even as he says so - has done little": the second dash does not end it.
            end = max(end, _to_comma(doc, end + 1, verb.sent.end))
        if cue.attitude != "speech" or "clause" in cue.frames:
            yield ("clause" if finite or marked else "small_clause"), [Tokens(start, end)]
            return
    if "clause" not in cue.frames:
        return
    stray = _stray_that(doc, verb)
    if stray is not None:
        yield "clause", [stray]
    if cue.lemma in ("say", "think", "believe"):
        for child in verb.rights:
            if child.dep_ == "dobj" and child.i > verb.i and child.lower_ not in _EMPTY_OBJECTS:
                yield "said_object", [Tokens(child.left_edge.i, child.right_edge.i + 1)]
            if child.dep_ == "advmod" and child.lower_ == "so":
                yield "said_so", [Tokens(child.i, child.i + 1)]


def _stray_that(doc: Doc, verb: Token) -> Tokens | None:
    """A that-clause hung on a noun between ("told a crowd on Monday that ..."): up to the end of its clause."""
    sentence = verb.sent
    for index in range(verb.i + 1, min(verb.right_edge.i + 1, verb.i + STRAY_TOKENS_MAXIMUM, sentence.end)):
        token = doc[index]
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > index:
            return Tokens(index, token.head.right_edge.i + 1)
        if token.pos_ in ("VERB", "AUX") or token.dep_ == "cc" or token.text in ";:":
            return None
    return None


def _around(doc: Doc, verb: Token) -> tuple[str, list[Tokens]] | None:
    """A clause that surrounds or precedes its cue: "A, he said", "A, said Smith, B", "as he said, A"."""
    own = grammar.own_subject(verb)
    if own is None:
        return None
    if any(child.dep_ == "ccomp" or child.dep_ == "xcomp" and verb.dep_ != "parataxis" for child in verb.rights):
        return None
    if verb.lemma_ in _IDIOMS and own.lower_ in ("you", "i"):
        return None
    sentence = verb.sent
    start = min(verb.i, own.left_edge.i)
    while start > sentence.start and doc[start - 1].head.i == verb.i and doc[start - 1].dep_ in ("aux", "advmod", "neg"):
        start -= 1
    end = max(verb.i, own.right_edge.i if own.i > verb.i else verb.i) + 1
    before = start - 1
    while before >= sentence.start and (doc[before].tag_ == "''" or doc[before].is_space):
        before -= 1
    mark = next((child for child in verb.lefts if child.lower_ == "as" and child.dep_ in ("mark", "advmod")), None)
    if mark is not None:
        if end < sentence.end and not doc[end].is_punct and doc[end].pos_ not in ("ADV", "ADP", "SCONJ", "PROPN"):
            return None
        if own.lower_ in ("it", "they") and verb.i + 1 < len(doc) and not doc[verb.i + 1].is_punct:
            return None
        whole = verb.head.sent
        parts = [Tokens(whole.start, mark.i), Tokens(end, whole.end)]
        return "as", [part for part in parts if part.end - part.start > 1]
    if any(child.dep_ == "dobj" for child in verb.rights) and verb.lemma_ != "tell":
        return None
    if end < sentence.end and doc[end].text == ":":
        return None
    left_clause = next((child for child in verb.lefts if child.dep_ in ("ccomp", "parataxis", "dep", "nsubj")), None)
    if left_clause is not None and left_clause is own:
        left_clause = next((child for child in verb.lefts if child is not own and child.dep_ in ("npadvmod", "nsubj", "dep", "advmod")), None)
    if before < sentence.start:
        # Opens the sentence ("Said Smith: ..."), or its quotation ended the sentence before.
        return None
    if verb.dep_ in ("parataxis", "ccomp", "dep", "relcl", "advcl", "conj") and doc[before].text in (",", "--", "-", "—", "?", "!", "―"):
        close = _closing_comma(doc, end, sentence.end)
        if verb.head.i > verb.i and close is not None and verb.head.i > close:
            return "around", [Tokens(sentence.start, start), Tokens(close + 1, sentence.end)]
        ends = end >= sentence.end or doc[end].text in (".", ",", "?", "!") or doc[end].pos_ in ("ADP", "PROPN", "ADV")
        if verb.dep_ == "parataxis" or (verb.dep_ in ("ccomp", "conj") and verb.head.i < verb.i and ends):
            first = before - 1 if doc[before - 1].tag_ in ("WDT", "WP", "WRB") else _clause_start(verb.head, sentence.start)
            parts = [Tokens(min(first, start), start)]
            if close is not None and verb.head.right_edge.i > close:
                parts.append(Tokens(close + 1, verb.head.right_edge.i + 1))
            return "around", parts
    if left_clause is not None and doc[before].text in (",", "?", "!", "--", "-", "—", ".", "…", "..."):
        first = sentence.start if verb.dep_ == "ROOT" else left_clause.left_edge.i
        whole_clause = left_clause.dep_ in ("ccomp", "parataxis", "dep") and left_clause.pos_ in ("VERB", "AUX")
        if whole_clause and doc[left_clause.left_edge.i].lower_ in _SUBORDINATORS and left_clause.left_edge.dep_ == "mark":
            whole_clause = False
        if doc[before - 1].tag_ in ("WDT", "WP", "WRB") and before - 1 > first:
            # "the park, which, he said, is full"
            first = before - 1
        parts = [Tokens(first, start)]
        close = _closing_comma(doc, end, sentence.end)
        if close is not None and close + 3 < sentence.end and doc[close].text != ":":
            if doc[close + 1].tag_ in _FINITE or (not whole_clause and verb.dep_ == "ROOT"):
                # "Those people, he explained on Monday, were well paid."
                parts.append(Tokens(close + 1, sentence.end))
                whole_clause = whole_clause or doc[close + 1].tag_ in _FINITE
            elif doc[close + 1].dep_ == "cc":
                follower = next((c for c in [*verb.rights, *left_clause.rights] if c.dep_ == "conj" and c.i > close), None)
                if follower is not None and grammar.own_subject(follower) is not None and follower.lemma_ not in verbs():
                    parts.append(Tokens(close + 1, follower.right_edge.i + 1))
        if whole_clause:
            return "around", parts
    return None


def _clause_start(head: Token, minimum: int) -> int:
    return max(head.left_edge.i, minimum) if head.dep_ != "ROOT" else minimum


def _closing_comma(doc: Doc, start: int, end: int) -> int | None:
    """The comma that ends a cue clause put in the middle of what is said."""
    for index in range(start, min(end, start + 25)):
        if doc[index].text in (",", "--", "—", ";", ":"):
            return index
        if doc[index].text in ('"', "''"):
            return None
    return None


def _passive(doc: Doc, verb: Token, cue: Cue) -> Iterator[tuple[str, list[Tokens]]]:
    frames = cue.frames
    after = verb.i + 1
    theme = grammar.passive_subject(verb)
    reduced = theme is None and verb.dep_ == "acl"
    if theme is None and verb.dep_ in ("acl",):
        theme = verb.head
    if theme is None and verb.dep_ == "conj":
        theme = grammar.passive_subject(verb.head)
    expletive = theme is not None and theme.lower_ == "it"
    twin = _twin_subject(verb)
    if twin is not None and "clause" in frames:
        yield "clause", [Tokens(twin.left_edge.i, twin.head.right_edge.i + 1)]
    clause = next((child for child in verb.rights if child.dep_ in ("ccomp", "xcomp") and child.i > verb.i), None)
    if clause is None and verb.dep_ == "advcl":
        # "Asked whether it was true, she ..."
        clause = next((child for child in verb.rights if child.dep_ == "advcl" and child.left_edge.lower_ in _WH), None)
    if clause is not None and _is_to_infinitive(clause):
        if theme is not None and not expletive and {"clause", "infinitive", "object_infinitive", "object", "weak_object"} & frames:
            yield "passive_infinitive", [_theme(theme, verb, reduced), Tokens(max(after, clause.left_edge.i), clause.right_edge.i + 1)]
    elif clause is not None and "clause" in frames and (expletive or "addressee" in frames or verb.dep_ == "advcl"):
        yield "passive_clause", [Tokens(max(after, clause.left_edge.i), clause.right_edge.i + 1)]
    if "addressee" in frames:
        for child in verb.rights:
            if child.dep_ == "prep" and child.lower_ in cue.prepositions and child.right_edge.i > child.i:
                yield "passive_preposition", [Tokens(child.i + 1, child.right_edge.i + 1)]
    if theme is None or expletive:
        return
    by = grammar.agent(verb)
    for frame in ("as", "of", "for", "to"):
        if f"object_{frame}" in frames:
            for child in verb.rights:
                if child.dep_ == "prep" and child.lower_ == frame:
                    yield "passive_object_" + frame, [_theme(theme, verb, reduced), Tokens(child.i, child.right_edge.i + 1)]
    if "complement" in frames:
        for child in verb.rights:
            if child.dep_ in ("oprd", "attr", "acomp"):
                yield "passive_complement", [_theme(theme, verb, reduced), Tokens(child.left_edge.i, child.right_edge.i + 1)]
    if by is not None and frames & {"object", "weak_object", "object_for", "object_of", "object_as", "clause"}:
        yield "passive_object", [_theme(theme, verb, reduced)]


def _twin_subject(verb: Token) -> Token | None:
    """The subject of what is said, where the parser took the cue for a participle ("two papers reported on Friday the bank had ...")."""
    if verb.dep_ != "acl":
        return None
    subjects = [child for child in verb.head.head.lefts if child.dep_ in ("nsubj", "nsubjpass")]
    if len(subjects) < 2 or subjects[0] is not verb.head or subjects[-1].left_edge.i <= verb.i:
        return None
    return subjects[-1]


def _theme(theme: Token, verb: Token, reduced: bool) -> Tokens:
    end = min(theme.right_edge.i + 1, verb.left_edge.i if verb.left_edge.i > theme.i else verb.i)
    return Tokens(theme.left_edge.i, max(end, theme.i + 1))
