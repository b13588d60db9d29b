"""The office of a person: of the president whom the registry knows, else named after its holder."""

from __future__ import annotations

from ingest.annotations import ActorMention, Span
from ingest.registry import Registry
from ingest.registry.offices import office_id

# Which of the offices that every country has goes with a title.
_SLUG_BY_TITLE = {"President": "presidency", "Prime Minister": "prime-ministers-office"}


def office_of_person(holder: ActorMention, registry: Registry) -> ActorMention:
    """The organisation that "N's office" means."""
    if holder.actor_id is not None:
        for role in registry.actor(holder.actor_id).roles:
            slug = _SLUG_BY_TITLE.get(role.title)
            if slug is not None and role.of.startswith("country:"):
                office = registry.actor(office_id(role.of.removeprefix("country:"), slug))
                return ActorMention(Span(0, 0), office.name, office.kind, office.id, form="description")
    name = f"{holder.role} {holder.name}" if holder.role is not None and " " not in holder.role else holder.name
    return ActorMention(Span(0, 0), f"Office of {name}", "Organization", form="description")
