"""Places of a text: none are read yet."""

from onrecord.model import Analysis, Gap, Place


def find(analysis: Analysis) -> tuple[tuple[Place, ...], tuple[Gap, ...]]:
    """No places and no gaps."""
    del analysis
    return (), ()
