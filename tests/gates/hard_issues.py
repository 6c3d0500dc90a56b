"""Issues that try a layout hard: everything at once, right to left, words too long for a line, hardly anything."""

from msgspec.structs import replace

from digest.model import Layout, Link, Listing, ListingItem, Sponsor
from issues_for_render import LEAD, QUAYSIDE, make_issue, make_story, quote, said
from rich_issue import BACKWARDS, BRANDED, PICTURE

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

TOO_LONG = make_story(
    "hard",
    kicker=LONG,
    headline=f"{LONG} https://e.example/{'long-' * 30}",
    standfirst=LONG * 2,
    byline=(LONG, LONG),
    url="https://e.example/",
    read_more="Read every word of this rather long story on our website, all of it, today",
    summary=(LONG * 3,),
    quotes=(quote(LONG * 2, LONG, LONG),),
    related=(Link(title=LONG * 2, url="https://e.example/a"),),
    promos=tuple(replace(told.value, title=LONG, partners=(LONG,)) for told in LEAD.promos),
)
PICTURED = replace(TOO_LONG, image=said(replace(PICTURE, credit=f"Photograph: {LONG}")))

HARD = {
    "rich": BRANDED,
    "right-to-left": BACKWARDS,
    "long": replace(
        make_issue(
            PICTURED,
            *(replace(PICTURED, slug=f"half-{n}", layout=Layout.HALF) for n in range(2)),
            publication=replace(QUAYSIDE, name=LONG, strapline=LONG, socials={LONG: "https://e.example/s"}),
            note=f"# {LONG}\n\n> {LONG}\n\n- {LONG}\n\n`{LONG}`\n\n---",
        ),
        sponsor=Sponsor(name=LONG, label=LONG, text=LONG),
        listings=(
            Listing(title=LONG, items=(ListingItem(title=LONG, url="https://e.example/l", detail=LONG),)),
        ),
    ),
    "bare": make_issue(make_story(), publication=replace(QUAYSIDE, strapline="", boilerplate="")),
}
