"""How likely a claim is right, from the ways in which it was found."""

from onrecord.knowledge import cues
from onrecord.reading.claims_drafts import Draft
from onrecord.reading.claims_learned import PATTERN


def of(draft: Draft) -> float | None:
    """The chance that content and source are right; None where that was not measured."""
    measured = cues.scores().get(draft.pattern)
    if draft.pattern == PATTERN:
        return draft.score
    if measured is None or draft.score is None:
        return measured
    return 1 - (1 - measured) * (1 - draft.score)
