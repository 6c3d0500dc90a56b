"""An issue with everything that a theme can show, and the same for a language that runs the other way."""

import datetime as dt

from msgspec.structs import replace

from digest.model import Brand, Issue, Layout, Listing, ListingItem, Picture, Promo, PromoKind, Sponsor
from issues_for_render import FULL, LEAD, QUAYSIDE, SECOND, THIRD, said

PICTURE = Picture(
    url="https://pictures.example/quay.png",
    alt="Two red cranes over a grey quay at low tide",
    credit="Photograph: Ida Brandt",
    width=1200,
    height=675,
)
REPORT = Promo(
    kind=PromoKind.WHITEPAPER,
    title="Port power: what it costs to plug in, berth by berth",
    partners=("TideBank",),
    url="https://quayside.example/papers/port-power",
    partner_content=True,
)
BRAND = Brand(
    logo="https://pictures.example/logo.png",
    dark_logo="https://pictures.example/logo-dark.png",
    logo_width=200,
    logo_height=40,
    logo_alt="Quayside Weekly",
    web_fonts="https://fonts.example/css2?family=Plantin&display=swap",
    radius=6,
)

RICH: Issue = replace(
    FULL,
    stories=(
        replace(LEAD, image=said(PICTURE)),
        replace(SECOND, layout=Layout.HALF, image=said(replace(PICTURE, width=0, height=0))),
        replace(THIRD, layout=Layout.HALF),
        replace(
            THIRD,
            slug="customs",
            headline=said("Three northern ports ask for one customs form instead of nineteen"),
            promos=(said(REPORT),),
        ),
    ),
    sponsor=Sponsor(name="Bollard & Co", url="https://bollard.example/", text="Ropes for every weather."),
    listings=(
        Listing(
            title="Diary",
            items=(
                ListingItem(
                    title="Northern Ports Conference",
                    url="https://quayside.example/diary/conference",
                    when=dt.date(2026, 12, 3),
                    detail="Hull, two days",
                ),
                ListingItem(title="Mooring loads, a short course", when=dt.date(2026, 12, 10)),
            ),
        ),
        Listing(
            title="Jobs",
            items=(ListingItem(title="Deputy harbour master", url="https://quayside.example/jobs/deputy"),),
        ),
    ),
    publication=replace(
        QUAYSIDE, socials={"LinkedIn": "https://social.example/quayside", "Podcast": "https://pod.example/q"}
    ),
)
BRANDED: Issue = replace(RICH, publication=replace(RICH.publication, brand=BRAND))
BACKWARDS: Issue = replace(
    RICH,
    publication=replace(RICH.publication, name="نشرة الميناء", language="ar"),
    stories=tuple(
        replace(story, headline=said(f"مجلس الميناء يتخلى عن الرافعة {n}"), kicker=said("اقتصاد"))
        for n, story in enumerate(RICH.stories, 1)
    ),
)
