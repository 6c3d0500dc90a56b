"""What depends on the publication's language: days, quotation marks, direction, lists of names.

English days are written here ("20 November 2026"); for any other language, and for American English, babel
is imported.
"""

from collections.abc import Sequence
from datetime import date, datetime

from digest.errors import InputError

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_RIGHT_TO_LEFT = frozenset(["ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"])
_MARKS = {
    "cs": "„“", "da": "»«", "de": "„“", "el": "«»", "es": "«»", "fi": "””", "hu": "„”", "it": "«»",
    "ja": "「」", "nb": "«»", "nn": "«»", "no": "«»", "pl": "„”", "ro": "„”", "ru": "«»", "sk": "„“",
    "sl": "„“", "sv": "””", "uk": "«»",
}  # fmt: skip


def quote_marks(language: str) -> tuple[str, str]:
    """The outer marks of a quotation, as newspapers of the language set them."""
    primary = _primary(language)
    if primary == "fr":
        return "«\u00a0", "\u00a0»"
    marks = _MARKS.get(primary, "“”")
    return marks[0], marks[1]


def is_right_to_left(language: str) -> bool:
    """Whether the language runs from right to left."""
    return _primary(language) in _RIGHT_TO_LEFT


def listed(names: Sequence[str], last: str) -> str:
    """Names as a list in a sentence; `last` is the word before the last one ("and")."""
    return f" {last} ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def _primary(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


def _is_english(language: str) -> bool:
    return language.lower() in {"en", "en-gb"}


def day_written(day: date | None, language: str) -> str:
    """A day in full, without its weekday; nothing for no day."""
    if day is None:
        return ""
    if _is_english(language):
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return _by_babel(day, "long", language)


def moment_written(moment: datetime | date | None, language: str) -> str:
    """A day with its weekday and, when it is a moment, the hour and the zone where one is known."""
    if moment is None:
        return ""
    if _is_english(language):
        written = f"{_WEEKDAYS[moment.weekday()]} {day_written(moment, language)}"
    else:
        written = _by_babel(moment, "full", language)
    return ", ".join(part for part in (written, hour_written(moment)) if part)


def day_parts(day: date, language: str) -> tuple[str, str, str]:
    """Day of the month, month and weekday, the two in the language's short forms ("26", "Nov", "Thu")."""
    if _is_english(language):
        return str(day.day), _MONTHS[day.month - 1][:3], _WEEKDAYS[day.weekday()][:3]
    return str(day.day), _by_babel(day, "LLL", language), _by_babel(day, "ccc", language)


def hour_written(moment: datetime | date) -> str:
    """The hour of a moment, and its zone where one is known; nothing for a day."""
    if not isinstance(moment, datetime):
        return ""
    return f"{moment:%H:%M} {moment.tzname() or ''}".rstrip()


def _by_babel(day: date, form: str, language: str) -> str:
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        locale = Locale.parse(language.replace("_", "-"), sep="-")
    except (UnknownLocaleError, ValueError, TypeError):
        raise InputError(
            f'language "{language}": no such language is known; write it as in "en", "de" or "pt-BR"'
        ) from None
    return format_date(day, form, locale)
