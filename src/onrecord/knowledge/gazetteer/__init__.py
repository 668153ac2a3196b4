"""The gazetteer: places of the world by name, in one compact file that is mapped into memory."""

from onrecord.knowledge.gazetteer.folding import fold
from onrecord.knowledge.gazetteer.opening import Gazetteer, open_file, shipped
from onrecord.knowledge.gazetteer.rows import AREAS, KINDS, Row

__all__ = ["AREAS", "KINDS", "Gazetteer", "Row", "fold", "open_file", "shipped"]
