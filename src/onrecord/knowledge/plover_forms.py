"""The verbs of PLOVER's tables by their forms, so that a wrong lemma does not hide an event."""

from functools import cache
from importlib.resources import files

IRREGULAR = """
    arise arose arisen; beat beaten; begin began begun; bid bade; blow blew blown; break broke broken; bring
    brought; build built; buy bought; catch caught; come came; cut; do did done; draw drew drawn; drive drove
    driven; feed fed; fight fought; flee fled; fly flew flown; forbid forbade forbidden; freeze froze frozen; get
    got gotten; give gave given; go went gone; hang hung; have had; hit; hold held; lay laid; lead led; leave left;
    lend lent; let; lose lost; make made; meet met; overrun overran; overthrow overthrew overthrown; pay paid; put;
    quit; reset; ring rang rung; see saw seen; seek sought; sell sold; send sent; set; shoot shot; shut; slay slew
    slain; speak spoke spoken; stand stood; steal stole stolen; strike struck stricken; swear swore sworn; take
    took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown; undertake undertook
    undertaken; wage waged; withdraw withdrew withdrawn; withhold withheld; write wrote written
"""


def lemma(word: str) -> str | None:
    """The verb of the tables that a word in lower case is a form of ("expelled": "expel"); None for others."""
    return _forms().get(word)


@cache
def _forms() -> dict[str, str]:
    irregular = {words[0]: words[1:] for one in IRREGULAR.split(";") if (words := one.split())}
    found: dict[str, str] = {}
    for verb in sorted(_verbs()):
        for form in (verb, *irregular.get(verb, ()), *_regular(verb)):
            found.setdefault(form, verb)
    return found


def _verbs() -> set[str]:
    found = set()
    for name in ("plover_triggers.tsv", "plover_governors.tsv"):
        lines = files("onrecord.knowledge").joinpath(name).read_text("utf-8").splitlines()
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        found |= {one.partition("~")[0] for words, form, *_ in rows if form == "v" for one in words.split(";")}
    return found


def _regular(verb: str) -> list[str]:
    """The regular forms of a verb, also some that nobody writes."""
    soft = verb[-1] == "y" and verb[-2:-1] not in tuple("aeiou")
    stem = verb.removesuffix("e")
    doubled = stem + stem[-1] if stem[-1] not in "aeiouywx" else stem
    third = verb[:-1] + "ies" if soft else verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    past = verb[:-1] + "ied" if soft else stem + "ed"
    return [third, past, stem + "ing", verb + "ing", doubled + "ed", doubled + "ing"]
