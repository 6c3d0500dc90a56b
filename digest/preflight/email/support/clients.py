"""The mail programs a newsroom may name, and under which keys caniemail's data has them."""

from collections.abc import Iterable, Iterator

CLIENTS = {
    "Gmail": ("gmail.desktop-webmail", "gmail.ios", "gmail.android", "gmail.mobile-webmail"),
    "Outlook Windows": ("outlook.windows",),
    "Outlook Mac": ("outlook.macos",),
    "Outlook web": ("outlook.outlook-com",),
    "Outlook iOS": ("outlook.ios",),
    "Outlook Android": ("outlook.android",),
    "Windows Mail": ("outlook.windows-mail",),
    "Apple Mail": ("apple-mail.macos",),
    "iOS Mail": ("apple-mail.ios",),
    "Yahoo": ("yahoo.desktop-webmail", "yahoo.ios", "yahoo.android"),
    "AOL": ("aol.desktop-webmail", "aol.ios", "aol.android"),
    "Thunderbird": ("thunderbird.macos",),
    "Samsung Email": ("samsung-email.android",),
    "Proton Mail": ("protonmail.desktop-webmail", "protonmail.ios", "protonmail.android"),
    "Fastmail": ("fastmail.desktop-webmail",),
    "HEY": ("hey.desktop-webmail",),
    "GMX": ("gmx.desktop-webmail", "gmx.ios", "gmx.android"),
    "WEB.DE": ("web-de.desktop-webmail", "web-de.ios", "web-de.android"),
    "Orange": ("orange.desktop-webmail", "orange.ios", "orange.android"),
    "SFR": ("sfr.desktop-webmail", "sfr.ios", "sfr.android"),
    "La Poste": ("laposte.desktop-webmail",),
    "Mail.ru": ("mail-ru.desktop-webmail",),
}

DEFAULT = (
    "Gmail",
    "Outlook Windows",
    "Outlook Mac",
    "Outlook web",
    "Apple Mail",
    "iOS Mail",
    "Yahoo",
    "Thunderbird",
)

PLATFORMS = {
    "desktop-webmail": "web",
    "mobile-webmail": "web on a phone",
    "ios": "iOS",
    "android": "Android",
}


def platforms(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The keys of the clients named, each with its client's name; capitals do not count."""
    known = {name.casefold(): name for name in CLIENTS}
    for name in names:
        if found := known.get(name.casefold()):
            yield from ((key, found) for key in CLIENTS[found])


def told(keys: Iterable[str]) -> str:
    """Keys of the data in words: "Gmail (iOS, Android), Outlook Windows"."""
    chosen = set(keys)
    return ", ".join(_told(name, chosen) for name, known in CLIENTS.items() if chosen & set(known))


def _told(name: str, chosen: set[str]) -> str:
    known = CLIENTS[name]
    if chosen.issuperset(known):
        return name
    return f"{name} ({', '.join(PLATFORMS[key.partition('.')[2]] for key in known if key in chosen)})"
