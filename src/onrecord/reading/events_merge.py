"""One happening, one event: tellings of the same event in an article are put together."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.model import Event

Who = Callable[[str], str]
# words of one family: the first four letters agree ("suspend", "suspension"; "arrest", "arrested")
_STEM = 4
# events of a headline, and events back, that are looked at without a common word
_TITLES = 8
_NEAR = 4
# characters within which a journey and a meeting are one happening
_BREATH = 120
_AHEAD = frozenset(["planned", "possible"])


def merge(events: Sequence[Event], text: str, headline_end: int, who: Who) -> tuple[Event, ...]:
    """The events with later tellings folded into the fullest (`also`); `who` gives a mention's entity.

    Two events are one where type and status go together, their parties do not contradict each other, and they
    share a word's family or one stands in the headline; what the same parties are yet to do is one event under
    any word.
    """
    kept: list[Event] = []
    by_stem: dict[tuple[str, str], list[int]] = {}
    for event in events:
        keys = [(event.type, stem) for stem in _stems(event, text)]
        keys += [(event.type, f"by {who(actor)}") for actor in event.actors if event.status in _AHEAD]
        beside = [i for key in keys for i in by_stem.get(key, ())]
        titles = [i for i in range(min(len(kept), _TITLES)) if _in_headline(kept[i], headline_end)]
        near = range(max(0, len(kept) - _NEAR), len(kept))
        candidates = sorted({*beside, *titles, *near})
        index = next((i for i in candidates if _same(kept[i], event, text, headline_end, who)), None)
        if index is None:
            kept.append(event)
            for key in keys:
                by_stem.setdefault(key, []).append(len(kept) - 1)
        else:
            kept[index] = _joined(kept[index], event, headline_end)
    return tuple(kept)


def _stems(event: Event, text: str) -> set[str]:
    words = text[slice(*event.trigger)].lower().split()
    return {word[:_STEM] for word in words if len(word) >= _STEM}


def _same(one: Event, two: Event, text: str, headline_end: int, who: Who) -> bool:
    if one.type != two.type or not _go_together(one, two, headline_end):
        return False
    if one.time and two.time and one.time != two.time:
        return False
    if _trip(one, two) and _planned(one, two) and {who(m) for m in one.actors} & {who(m) for m in two.actors}:
        return True
    if _planned(one, two) and one.mode == two.mode and _alike(one.actors, two.actors, who):
        return _alike(one.recipients, two.recipients, who)
    shared = False
    for a, b in ((one.actors, two.actors), (one.recipients, two.recipients)):
        ours, theirs = {who(m) for m in a}, {who(m) for m in b}
        if ours and theirs and not ours & theirs:
            return False
        shared = shared or bool(ours & theirs)
    family = _family(one, two, text) or _trip(one, two)
    bare = not (two.actors or two.recipients) or not (one.actors or one.recipients)
    return (family and (shared or bare)) or (shared and _in_headline(one, headline_end) and one.trigger != two.trigger)


def _alike(ours: Sequence[str], theirs: Sequence[str], who: Who) -> bool:
    """Whether both name the same parties, and any."""
    return bool(ours) and {who(m) for m in ours} == {who(m) for m in theirs}


def _trip(one: Event, two: Event) -> bool:
    """A journey and the meeting that it was made for, told in one breath."""
    near = abs(one.trigger[0] - two.trigger[0]) < _BREATH
    return one.type == "CONSULT" and near and one.mode != two.mode and "visit" in (one.mode, two.mode)


def _planned(one: Event, two: Event) -> bool:
    """Whether both lie ahead, surely or not."""
    return {one.status, two.status} <= _AHEAD


def _go_together(one: Event, two: Event, headline_end: int) -> bool:
    if one.status == two.status or _planned(one, two):
        return True
    return _in_headline(one, headline_end) and "negated" not in (one.status, two.status)


def _in_headline(event: Event, headline_end: int) -> bool:
    return event.trigger[0] < headline_end


def _family(one: Event, two: Event, text: str) -> bool:
    return bool(_stems(one, text) & _stems(two, text))


def _joined(one: Event, two: Event, headline_end: int) -> Event:
    """The fuller telling with the other as `also`; the body is fuller than the headline."""
    fullness = [
        (not _in_headline(e, headline_end), len(e.actors) + len(e.recipients), bool(e.time)) for e in (one, two)
    ]
    full, other = (one, two) if fullness[0] >= fullness[1] else (two, one)
    return replace(
        full,
        actors=full.actors or other.actors,
        recipients=full.recipients or other.recipients,
        time=full.time or other.time,
        place=full.place or other.place,
        also=tuple(sorted({*full.also, *other.also, other.trigger})),
    )
