"""The words with which a page speaks of the record's own terms."""

from typing import Final

from onrecord.model import EventType, Manner, Stance, Status, Use

STATUSES: Final[dict[Status, str]] = {
    "happened": "happened",
    "ongoing": "is going on",
    "planned": "planned",
    "possible": "possible",
    "negated": "did not happen, or is not to",
}
# On whose word an event stands, the claim's stance before its speaker.
BY: Final[dict[Stance, str]] = {
    "asserts": "according to",
    "denies": "denied by",
    "alleges": "alleged by",
    "believes": "believed by",
    "intends": "as intended by",
    "wants": "as wanted by",
    "asks": "as asked by",
    "declines": "declined by",
}
MANNERS: Final[dict[Manner, str]] = {
    "direct": "in their own words",
    "indirect": "in the article’s words",
    "mixed": "partly in their own words",
}
TYPES: Final[dict[EventType, str]] = {
    "AGREE": "Agree",
    "CONSULT": "Consult",
    "SUPPORT": "Support",
    "CONCEDE": "Concede",
    "COOPERATE": "Cooperate",
    "AID": "Aid",
    "RETREAT": "Retreat",
    "REQUEST": "Request",
    "ACCUSE": "Accuse",
    "REJECT": "Reject",
    "THREATEN": "Threaten",
    "PROTEST": "Protest",
    "SANCTION": "Sanction",
    "MOBILIZE": "Mobilize",
    "COERCE": "Coerce",
    "ASSAULT": "Assault",
}
USES: Final[dict[Use, str]] = {
    "location": "Where things are",
    "government": "Standing for a government",
    "other": "In other names",
}
BASES: Final[dict[str, str]] = {
    "given": "as given",
    "json-ld": "from the page’s JSON-LD",
    "meta": "from a meta tag",
    "time-tag": "from a time tag",
    "url": "from the address",
    "text": "from the page’s words",
}
