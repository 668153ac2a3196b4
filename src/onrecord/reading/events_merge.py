"""One happening, one event: tellings of the same event in an article are put together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Event

# words of one family: the first four letters agree ("suspend", "suspension"; "arrest", "arrested")
_STEM = 4
# events of a headline, and events back, that are looked at without a common word
_TITLES = 8
_NEAR = 4
# characters within which a journey and a meeting are one happening
_BREATH = 120
# characters behind a headline in which a story tells again what the headline told
_OPENING = 400
# characters within which "the attack" means one told before
_BACK = 300
# the same for a meeting that is yet to be
_FAR_BACK = 1500
_AHEAD = frozenset(["planned", "possible"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The text of the events: `who` gives a mention's entity, `state` the state that it stands for, `named` says
    whether it is a name, `noun` gives the last word of one that is none."""

    text: str
    headline_end: int
    who: Callable[[str], str]
    state: Callable[[str], str | None]
    named: Callable[[str], bool]
    noun: Callable[[str], str]

    def entities(self, parties: Sequence[str]) -> set[str]:
        return {self.who(m) for m in parties}

    def states(self, parties: Sequence[str]) -> set[str]:
        return {code for m in parties if (code := self.state(m)) is not None}

    def nouns(self, parties: Sequence[str]) -> set[str]:
        return {self.noun(m) for m in parties} - {""}

    def in_headline(self, event: Event) -> bool:
        return event.trigger[0] < self.headline_end

    def stems(self, event: Event) -> set[str]:
        told = (event.trigger, *event.also)
        words = [word for span in told for word in self.text[slice(*span)].lower().split()]
        return {word[:_STEM] for word in words if len(word) >= _STEM}

    @staticmethod
    def awaited(one: Event, two: Event) -> bool:
        """Whether the first is a meeting to come, and the second is one whose status no words tell."""
        return one.type == two.type == "CONSULT" and one.status in _AHEAD and two.status == "happened"

    def again(self, one: Event, two: Event) -> bool:
        """Whether the second only points back: "the attack", with nobody named, close behind."""
        bare = not (two.actors or two.recipients) and (one.type == "ASSAULT" or one.mode == two.mode)
        reach = _FAR_BACK if self.awaited(one, two) else _BACK
        close = 0 < two.trigger[0] - one.trigger[1] < reach
        start = two.trigger[0]
        before = self.text[max(0, start - len("such ")) : start].lower()
        return bare and close and before.endswith(("the ", "such "))


def merge(events: Sequence[Event], story: Story) -> tuple[Event, ...]:
    """The events with later tellings folded into the fullest (`also`).

    Two events are one where type and status go together, their parties do not contradict each other, and they
    share a word's family or one stands in the headline; what the same parties are yet to do is one event under
    any word.
    """
    kept: list[Event] = []
    by_stem: dict[tuple[str, str], list[int]] = {}
    for event in events:
        keys = [(event.type, stem) for stem in story.stems(event)]
        keys += [(event.type, f"by {story.who(actor)}") for actor in event.actors if event.status in _AHEAD]
        if event.type == "CONSULT" and (event.status in _AHEAD or not (event.actors or event.recipients)):
            keys.append((event.type, "awaited"))
        beside = [i for key in keys for i in by_stem.get(key, ())]
        titles = [i for i in range(min(len(kept), _TITLES)) if story.in_headline(kept[i])]
        near = range(max(0, len(kept) - _NEAR), len(kept))
        bare = not (event.actors or event.recipients)  # "the raid" is the one told last
        candidates = sorted({*beside, *titles, *near}, reverse=bare)
        index = next((i for i in candidates if _same(kept[i], event, story)), None)
        if index is None:
            kept.append(event)
            for key in keys:
                by_stem.setdefault(key, []).append(len(kept) - 1)
        else:
            kept[index] = _joined(kept[index], event, story)
            for key in keys:
                if index not in by_stem.setdefault(key, []):
                    by_stem[key].append(index)
    return tuple(kept)


def _same(one: Event, two: Event, story: Story) -> bool:
    if one.type != two.type:
        return _renamed(one, two, story)
    if story.awaited(one, two) and story.again(one, two):
        return True  # "has not spoken of the summit"
    if not _go_together(one, two, story):
        return False
    if one.time and two.time and one.time != two.time:
        return False
    if _trip(one, two, story) and _planned(one, two) and story.entities(one.actors) & story.entities(two.actors):
        return True
    if _planned(one, two) and _host(one, two, story):
        return True
    if _planned(one, two) and one.mode == two.mode and _alike(one.actors, two.actors, story):
        return _alike(one.recipients, two.recipients, story)
    shared = _shared(one, two, story)
    if shared is None:
        return False
    bare = not (two.actors or two.recipients) or not (one.actors or one.recipients)
    opening = story.in_headline(one) and two.trigger[0] < story.headline_end + _OPENING
    word = opening and one.status == two.status and bool(story.stems(one) & story.stems(two))
    return word or ((shared or bare) and (_retold(one, two, story, shared=shared) or _trip(one, two, story)))


def _renamed(one: Event, two: Event, story: Story) -> bool:
    """Whether the story tells the deed of its headline in the same word, which there looked like another kind."""
    opening = story.in_headline(one) and not story.in_headline(two) and two.trigger[0] < story.headline_end + _OPENING
    word = bool(story.stems(one) & story.stems(two)) and one.status == two.status
    return opening and word and _alike(one.actors, two.actors, story)


def _shared(one: Event, two: Event, story: Story) -> bool | None:
    """Whether the two have a party in common; None where their parties contradict each other.

    A headline may call by a noun whom the story tells apart, or by another name whom the deed of the same actor is
    done to.
    """
    shared = False
    for a, b in ((one.actors, two.actors), (one.recipients, two.recipients)):
        ours, theirs = story.entities(a), story.entities(b)
        common = bool(ours & theirs) or (story.in_headline(one) and bool(story.nouns(a) & story.nouns(b)))
        loose = story.in_headline(one) and (shared or not all(story.named(m) for m in (*a, *b)))
        if ours and theirs and not common and not loose:
            return None
        shared = shared or common
    return shared


def _retold(one: Event, two: Event, story: Story, *, shared: bool) -> bool:
    """Whether the words or the place of the second say that it tells the first again."""
    if story.stems(one) & story.stems(two) or story.again(one, two):
        return True
    if not story.in_headline(one) or one.trigger == two.trigger:
        return False
    modes = one.mode is None or two.mode is None or one.mode == two.mode
    return (shared and modes) or (one.mode == two.mode and two.trigger[0] < story.headline_end + _OPENING)


def _alike(ours: Sequence[str], theirs: Sequence[str], story: Story) -> bool:
    """Whether both name the same parties, and any."""
    return bool(ours) and story.entities(ours) == story.entities(theirs)


def _trip(one: Event, two: Event, story: Story) -> bool:
    """A journey and the meeting that it was made for, told in one breath."""
    between = story.text[min(one.trigger[1], two.trigger[1]) : max(one.trigger[0], two.trigger[0])]
    if (". " in between or "\n" in between) and not story.entities(one.actors) & story.entities(two.actors):
        return False
    near = abs(one.trigger[0] - two.trigger[0]) < _BREATH
    return one.type == "CONSULT" and near and one.mode != two.mode and "visit" in (one.mode, two.mode)


def _host(one: Event, two: Event, story: Story) -> bool:
    """A visit to a state and to somebody of it, by the same parties: "to visit Russia", "to meet Putin"."""
    visit = one.type == "CONSULT" and "visit" in (one.mode, two.mode)
    same = _alike(one.actors, two.actors, story)
    return visit and same and bool(story.states(one.recipients) & story.states(two.recipients))


def _planned(one: Event, two: Event) -> bool:
    """Whether both lie ahead, surely or not."""
    return {one.status, two.status} <= _AHEAD


def _go_together(one: Event, two: Event, story: Story) -> bool:
    if one.status == two.status or _planned(one, two):
        return True
    real = not {one.status, two.status} & _AHEAD
    alike = (real and one.mode == two.mode) or bool(story.stems(one) & story.stems(two))
    return alike and story.in_headline(one) and "negated" not in (one.status, two.status)


def _joined(one: Event, two: Event, story: Story) -> Event:
    """The fuller telling with the other as `also`; the body is fuller than the headline."""
    fullness = [(not story.in_headline(e), len(e.actors) + len(e.recipients), bool(e.time)) for e in (one, two)]
    full, other = (one, two) if fullness[0] >= fullness[1] else (two, one)
    return replace(
        full,
        actors=full.actors or other.actors,
        recipients=full.recipients or other.recipients,
        time=full.time or other.time,
        place=full.place or other.place,
        also=tuple(sorted({*full.also, *other.also, other.trigger})),
    )
