"""The gazetteer: places of the world by name, in one compact file that is mapped into memory."""

from onrecord.knowledge.gazetteer.folding import fold
from onrecord.knowledge.gazetteer.opening import Gazetteer, current, open_file, shipped, user_file
from onrecord.knowledge.gazetteer.rows import AREAS, KINDS, Row

__all__ = ["AREAS", "KINDS", "Gazetteer", "Row", "current", "fold", "open_file", "shipped", "user_file"]
