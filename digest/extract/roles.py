"""Titles, offices and trades: the words that stand beside a name and tell who it is."""

import re
from typing import Final

from digest.extract.speech import SAYING, words
from digest.patterns import pattern

HONORIFICS: Final = {
    **dict.fromkeys(
        words(
            "mx dr doctor prof professor rev reverend rabbi archbishop bishop cllr councillor sen senator rep"
            " representative gov governor judge justice"
            " gen general col colonel maj major capt captain"
            " lt lieutenant"
            " sgt sergeant adm admiral insp inspector det detective supt superintendent pc hon marshal"
        ),
        "",
    ),
    **dict.fromkeys(
        words(
            "mr sir lord baron viscount earl father imam congressman king prince duke pope"
            " herr monsieur señor sheikh"
        ),
        "m",
    ),
    **dict.fromkeys(
        words(
            "mrs ms miss dame lady baroness countess sister congresswoman queen princess"
            " duchess frau madame señora"
        ),
        "f",
    ),
}
"""Titles without their full stop, each with the sex it tells, if any."""

OFFICES: Final = words("""
minister secretary chancellor president premier mayor governor senator congressman congresswoman
ambassador commissioner spokesman spokeswoman spokesperson chairman chairwoman chairperson chair chief
director manager executive officer official boss head leader founder co-founder cofounder owner partner
principal vice-president vice-chancellor dean professor lecturer researcher scientist economist analyst
strategist consultant adviser advisor aide assistant attorney lawyer barrister solicitor judge justice
magistrate sheriff inspector superintendent constable detective commander general colonel captain major
admiral sergeant lieutenant architect engineer developer designer editor member reporter journalist
correspondent columnist author writer novelist historian broadcaster presenter host actor actress singer
comedian artist musician filmmaker producer critic campaigner activist organiser organizer coordinator
co-ordinator councillor councilman councilwoman alderman mp msp peer lawmaker legislator representative
delegate candidate nominee contender challenger incumbent treasurer registrar trustee auditor ombudsman
regulator inspector-general comptroller controller doctor surgeon nurse midwife physician psychologist
psychiatrist gp teacher headteacher headmaster headmistress student pupil parent resident neighbour
neighbor farmer entrepreneur businessman businesswoman investor banker broker trader accountant fundraiser
pollster operative veteran soldier pilot driver worker employee employer shopkeeper landlord tenant voter
supporter volunteer witness victim survivor wife husband widow widower mother father son daughter brother
sister uncle aunt cousin friend colleague girlfriend boyfriend fiance fiancee mogul tycoon billionaire
millionaire magnate superstar star player coach trainer footballer athlete champion chaplain pastor priest
vicar bishop archbishop rabbi imam king queen prince princess whip speaker negotiator envoy diplomat
mediator counsel prosecutor defender investigator examiner administrator archivist librarian curator
planner surveyor buyer supplier contractor builder specialist expert academic fellow scholar theorist
philosopher statistician mathematician physicist chemist biologist geneticist epidemiologist virologist
climatologist meteorologist geologist astronomer technologist evangelist advocate lobbyist publicist
commentator pundit blogger vlogger youtuber reviewer clerk steward backbencher frontbencher convener
convenor moderator deputy ceo cfo cto cio coo ciso cmo md vp evp svp dg hr it-chief lead sources source
insider insiders officials spokespeople counterpart predecessor successor opponent rival classmate
schoolmate roommate flatmate teammate housemate penpal commenter bystander onlooker passer-by relative
stepfather stepmother grandson granddaughter grandmother grandfather niece nephew sibling spouse teen
teenager striker midfielder goalkeeper winger golfer boxer jockey skipper quarterback rapper preacher
reverend cleric ayatollah chef model dancer guitarist songwriter sculptor photographer neurologist
pediatrician paediatrician pharmacist paramedic firefighter policeman policewoman cop trooper marine sailor
astronaut waiter waitress bartender salesman saleswoman inventor retiree pensioner migrant refugee protester
demonstrator committeewoman committeeman rancher miner fisherman carpenter plumber electrician mechanic
baker butcher cook master harbourmaster harbormaster postmaster stationmaster quartermaster foreman forewoman
stevedore docker operator technician adjuster underwriter actuary recruiter dispatcher grower brewer
winemaker forester gardener beekeeper warden ranger caretaker custodian provost bursar rector
secretary-general
""")
"""Nouns that name what somebody is, in lower case."""

WOMANLY: Final = words(
    "spokeswoman chairwoman congresswoman councilwoman businesswoman actress headmistress wife widow "
    "mother daughter sister aunt "
    "girlfriend fiancee queen princess duchess woman girl lady grandmother mum mom niece"
)
MANLY: Final = words(
    "spokesman chairman congressman councilman businessman headmaster husband widower father son brother "
    "uncle boyfriend fiance "
    "king prince duke man boy gentleman grandfather dad nephew stepfather grandson salesman policeman "
    "committeeman"
)

BODIES: Final = words("""
department ministry office agency authority council committee commission court board bureau party
government parliament senate congress house assembly university college school institute institution
academy association society union federation confederation alliance coalition foundation trust fund bank
group company corporation corp inc ltd plc llc llp limited partners holdings service services systems
solutions technologies technology digital network networks media news times post journal herald tribune
guardian telegraph observer gazette digest weekly bulletin chronicle courier examiner insider online
mail magazine press radio television tv channel hospital clinic centre
center police force army navy guard nhs church league club team organisation organization charity campaign
project programme program initiative forum panel watchdog regulator taskforce unit division directorate
treasury whitehall downing street road avenue square city county state states kingdom republic district
borough region park airport station bridge river lake mountain valley island islands north south east west
northern southern eastern western central act bill report review survey study index award awards prize
conference summit week day month year monday tuesday wednesday thursday friday saturday sunday january
february march april may june july august september october november december war world america britain
england scotland wales ireland europe africa asia london york paris washington brussels united national
international royal american british european english scottish welsh irish french german chinese russian
republican democrat democratic democrats republicans conservatives conservative labour tories tory liberal
greens show tower hotel company's stadium theatre museum gallery library archives data security health
education defence defense justice transport energy finance trade welfare
""")
"""Words of bodies, places and days: a run of capitals that ends in one of them is no person."""

WRITINGS: Final = words("""
review article essay book memoir diary letter column blog post tweet email e-mail poem novel report memo
""")
"""What somebody writes, so that its words are the writer's."""

DOCUMENTS: Final = words("""
statement report letter lawsuit suit complaint law bill act article essay book advert ad sign headline
caption email e-mail tweet post blog notice memo memorandum document filing indictment petition poster
banner placard label story editorial column paper study survey poll note message text script song verse
lyric release affidavit ruling judgment judgement verdict rule regulation guideline policy constitution
charter contract agreement advisory website page site transcript recording voicemail piece warning
announcement source person people parent child kid witness expert analyst scholar scientist researcher
campaigner activist supporter opponent critic resident local villager neighbor neighbour family relative
team crowd fan protester other another member staff crew jury juror authority police prosecutor lawyer
attorney plaintiff defendant network channel broadcaster newspaper firm carrier airline retailer
manufacturer operator chain brand studio publisher lender insurer
""")
"""What a news page lets speak besides people and bodies, in the singular."""

_OF: Final = (
    "state",
    "staff",
    "operations",
    "policy",
    "research",
    "security",
)  # "secretary of state", "head of policy"
_TRADES: Final = words("""
managing acting founding outgoing incoming operating marketing nursing engineering manufacturing planning
housing training learning purchasing buying banking trading lending shipping mining farming fishing catering
broadcasting publishing printing building accounting advertising consulting licensing pricing leasing testing
teaching screening recycling forecasting modelling networking retired appointed combined
""")  # of words in -ed and -ing, those that are part of an office and no verb before it
_LINKS: Final = words("of for and at")
_NO_PART: Final = words("""
the a an this that these those his her its their our my your he she it they we i and or but as by with
from in on at to into over under about against after before during since when while where who whom which
what how why if because than then so yet not is are was were be been being has have had will would can
could may might should do does did also only just even both such told said says tell tells say asked asks
according like including between among through despite without upon added adds monday tuesday wednesday
thursday friday saturday sunday yesterday today tomorrow earlier later last next
""")
_ARTICLE: Final = pattern(r"\b(?:the|an?|its|their|his|her) \Z", re.IGNORECASE)
_POSSESSIVE: Final = pattern(r"[’']s ")
_LONGEST: Final = 7  # words of an office
_REACH: Final = 110  # characters looked back over
_WORDS: Final = pattern(r"[^\W\d_][\w-]*")
_APPOSITION: Final = pattern(
    r"(?:,| [–—-]|,? \() ?(?:\d\d, )?(?:the |an? |its |who is (?:the |an? )?|now )?([^,;:–—()\"“”\n]{2,90}?)"
    r"(?=[,;:)–—]|\.(?:\s|$)| who | which | has | is | was | told | said | says | [–—-] | and (?:who|said"
    r"|told|an? )|\n|$)"
)


def is_office(word: str) -> bool:
    """Whether a word, in either number and any case, names an office or trade."""
    word = word.lower()
    return word in OFFICES or word.removesuffix("s") in OFFICES


def office_before(text: str, start: int, line: int) -> tuple[int, int] | None:
    """The office right before a name that begins at `start`: "Cabinet Office minister" (Matt Hancock)."""
    if start == line:
        return None
    end = start - 1
    before = text[max(line, start - _REACH) : max(end, line)]
    if before.rpartition(" ")[2] in _NO_PART:
        return None
    words = before.split(" ")
    if line < start - _REACH:
        words = words[1:]
    while words and words[-1].lower().rstrip(".") in HONORIFICS:
        end -= len(words.pop()) + 1
    comma = bool(words) and words[-1].endswith(",")
    if comma:
        end, words[-1] = end - 1, words[-1][:-1]
    length = _office_length(words, comma=comma)
    begin = end - length
    if not length or not _names_office(_WORDS.findall(text, begin, end)):
        return None
    definite = (
        begin == line
        or _ARTICLE.search(text, max(line, begin - 7), begin)
        or _POSSESSIVE.search(text, begin, end)
    )
    return (begin, end) if definite or not comma else None


def _names_office(words: list[str]) -> bool:
    """An office in the singular: "young voters" are nobody's office."""
    return any(word.lower() in OFFICES and not word.endswith("s") for word in words)


def _office_length(words: list[str], *, comma: bool) -> int:
    """How many characters at the end of `words` belong to an office, spaces between them included."""
    taken = kept = 0
    for count, word in enumerate(reversed(words)):
        plain = word.lower().lstrip("\"'“‘(")
        if count == _LONGEST or not (_is_part(words, count) if count else _is_last(words[-1], comma=comma)):
            break
        taken += len(word) + bool(count)
        if plain not in _LINKS and plain != "the":
            kept = taken
        if len(plain) < len(word):
            return kept - (len(word) - len(plain))
    return kept


def _is_last(word: str, *, comma: bool) -> bool:
    """Whether an office can end in this word; before a comma in any noun ("chair of the board, Ann Lee")."""
    plain = word.lower().lstrip("\"'“‘(")
    if not word or not word[-1].isalnum() or word.endswith(("'s", "’s")):
        return False
    return is_office(plain) or plain in _OF or word[0].isupper() or (comma and plain not in _NO_PART)


def _is_part(words: list[str], count: int) -> bool:
    """Whether the word `count` places from the end goes on with an office to the left."""
    word = words[-1 - count]
    plain = word.lower().lstrip("\"'“‘(")
    if not word or word[-1] in ',;:.!?–—)"”':
        return False
    if plain == "the":
        return count + 1 < len(words) and words[-2 - count] in _LINKS
    return plain in _LINKS or (
        plain not in _NO_PART
        and (plain in _TRADES or not (word[0].islower() and plain.endswith(("ed", "ing"))))
    )


def office_after(text: str, end: int, stop: int) -> tuple[int, int] | None:
    """The office in the apposition behind a name that ends at `end`: (Ann Lee,) "chief executive of Acme"."""
    found = _APPOSITION.match(text, end, stop)
    words = _WORDS.findall(found.group(1)) if found else []
    if not found or not words or words[0] in SAYING or words[0] in _NO_PART:
        return None
    return found.span(1) if _names_office(words[:_LONGEST]) else None
