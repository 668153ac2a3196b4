"""Small closed sets of English words that the rules go by."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


AUXILIARIES = _words(
    """
    'd 'll 'm 're 's 've am are be been being ca can could did do does had has have having is may might
    must shall should was were will wo would ’d ’ll ’m ’re ’s ’ve
    """
)
NEGATIONS = _words("n't never no not n’t")
PRONOUNS = _words("both he i it many one others she some they this we who you")
POSSESSIVES = _words("her his its my our their your")
OWNERS = _words("' 's ’ ’s")
DETERMINERS = _words(
    """
    a all an another any both dozens each eight every few five four hundreds many most nine no one other
    seven several six some ten that the these this those thousands three two
    """
)
RELATIVES = _words("that which who whom whose")
NOBODY = _words("neither no-one nobody none")
SUBORDINATORS = _words(
    """
    after although as because before how if once since than though unless until what when where whether
    while why
    """
)
# words that tell when or how often
TIMES = _words(
    """
    afterwards again already also earlier even first friday just later monday now once only previously
    privately publicly recently repeatedly saturday separately simply still sunday then thursday today
    tomorrow tonight tuesday wednesday yesterday
    """
)
CALENDAR = _words(
    """
    afternoon april aug. august autumn day days dec. december evening fall feb. february hours jan.
    january july june march may month morning night nov. november oct. october sept. september spring
    summer week weekend winter year
    """
)
# marks where a phrase ends
STOPS = _words(
    """
    ! " '' ( ) , -- : ; ? [ ] `` « » – — “ ” …
    """
)
PREPOSITIONS = _words(
    """
    about across against amid among at behind between by despite during for from in into near of on over
    per through to under via with without
    """
)
QUESTIONS = _words("how if what when where whether which who why")
OBJECTS = _words("her him me them us you")
# those who are told something
HEARERS = _words(
    """
    afp agency allies audience bbc cnn conference congress council court crowd diplomats investors
    journalists lawmakers magazine media newspaper officials parliament police radio reporters reuters
    senators supporters television viewers voters
    """
)
# what things are said in
UTTERANCES = _words(
    """
    address article book briefing call condition conference court debate email event facebook filing
    hearing interview letter meeting memo message note post rally report speech statement telegram
    television testimony tweet twitter x
    """
)
# what one refuses to do when one declines to speak
REFUSED = _words(
    """
    address answer be comment confirm disclose discuss elaborate explain give identify name offer
    provide respond reveal rule say speak specify talk
    """
)
# what is denied when it is dismissed
DISMISSED = _words(
    """
    argument assertion assertions charge charges comparison comparisons criticism finding findings idea
    it notion story suggestion suggestions that this
    """
)
OPENING_MARKS = _words("\" “ `` '' ‘")
# marks that no span keeps at its ends
EDGES = _words(
    """
    " '' , - -- . : ; `` – — ‘ ’ “ ”
    """
)
BE = _words("'m 're 's am are be been being is was were ’m ’re ’s")
HAVE = _words("'d 've had has have having ’d ’ve")
# nouns of those who act for a state
STATE_HEADS = _words(
    """
    administration adviser advisor aide ambassador army authorities cabinet chancellor co-ordinator
    colonel commander coordinator delegation diplomat diplomats embassy emperor envoy forces general
    government junta king lawmaker lawmakers leader leaders marshal military minister ministers ministry
    navy officer officers official officials parliament parliamentarian police premier presidency
    president prosecutors queen regime regulators secretary senate senator senators soldiers spokesman
    spokesperson spokeswoman television treasury troops
    """
)
# words that say they do not
PARTISAN = _words("ex-president exiled former opposition party rebel separatist union")
LOCATIVE = _words("across around at from in into near outside over through towards")
# words before "to" that make a capital a place
MOTION = _words(
    """
    back came come drove flew flight flights flown fly go going gone marched moved return returned
    sailed sent travel traveled travelled trip visit went
    """
)
OWN = _words("her his my our their your")
# nouns too common to be a party
ANYBODY = _words(
    """
    allies brother brothers children citizens colleagues counterparts critics daughters fathers friend
    friends husband leaders man members men mothers neighbors neighbours others parents people percent
    person player players presidents rivals side sides sister sisters sons source sources staff victims
    wife wives woman women
    """
)
# capitals that are no names
NO_NAMES = _words(
    """
    april august cet christmas december easter est february friday gmt i january july june march may
    monday november october ok saturday september sunday thursday tuesday wednesday
    """
)
ORGANISATION_WORDS = _words(
    """
    agency alliance army association authority bank board bureau club co co. coalition college command
    commission committee company congress corp corp. corporation council court department federation
    force forces foundation front fund gazette group guard herald hospital house inc inc. institute
    journal league ltd ltd. ministry movement navy news office organisation organization parliament
    party plc police post press radio school senate service star television times tribune union
    university
    """
)
PLACE_WORDS = _words(
    """
    avenue bay city county desert district gulf island islands lake mountain mountains ocean peninsula
    province river road sea square state strait street valley
    """
)
ENDING_ABBREVIATIONS = _words("a.m. co. corp. d.c. e.u. inc. jr. ltd. p.m. sr. u.k. u.n. u.s.")
SENTENCE_STARTERS = _words(
    """
    a after an and as at before but by for from he her his i if in it its last on she that the their
    there these they this those to we when while with
    """
)
ABBREVIATIONS = _words(
    """
    adm approx apr aug brig capt cmdr co col corp cpl dec dept dr drs eg est feb fri ft gen gov govs hon ie inc
    insp jan jr jul jun lt ltd maj mar messrs mlle mme mon mr mrs ms mt nov oct pres prof rep reps rev sat
    sen sens sep sept sgt sr st sts supt thu thur thurs tue tues univ vs wed
    """
)
# abbreviations before a number only
NUMBERED = _words("b c ch d fig figs no nos p pp vol vols")
# abbreviations that take their full stop only within a sentence
LISTERS = _words("al ca etc ext lb lbs oz")
# states of America, abbreviated behind the name of a town
STATES = _words(
    """
    ala ariz ark calif cal colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla
    ore pa tenn tex va vt wash wis wyo
    """
)
