"""What the gates judge: every theme with every sample issue, and with issues that try a layout hard.

Themes and samples are found, not listed: a new one is judged as soon as it is there.
"""

from msgspec import Struct
from msgspec.structs import replace

from digest.build import Press, open_issue
from digest.mergetags.neutral import GENERIC
from digest.model import Issue
from digest.newsroom import Newsroom, bundled_issues, issue_folders
from digest.preflight.galley import Galley
from digest.render.files import theme_names
from digest.render.theme import bundled_templates
from hard_issues import HARD

THEMES = theme_names([bundled_templates()])
SAMPLES = [folder.name for folder in issue_folders(bundled_issues())]
EVERY = [f"{theme}/{name}" for theme in THEMES for name in (*SAMPLES, *HARD)]
OF_SAMPLES = [f"{theme}/{name}" for theme in THEMES for name in SAMPLES]
PROVIDER = "https://provider.example"


class Letter(Struct, frozen=True, kw_only=True):
    """An email as a reader gets it: with a provider's addresses where the merge tags were."""

    name: str
    theme: str
    galley: Galley

    @property
    def issue(self) -> Issue:
        return self.galley.issue

    @property
    def html(self) -> str:
        return sent(self.galley.email.html)

    @property
    def text(self) -> str:
        return sent(self.galley.email.text)

    @property
    def message(self) -> bytes:
        return replace(self.galley, email=replace(self.galley.email, html=self.html)).message()


def sent(part: str) -> str:
    for name, tag in GENERIC.items():
        part = part.replace(tag, f"{PROVIDER}/{name}")
    return part


def written(press: Press, theme: str, name: str) -> Letter:
    """The letter that a theme makes of an issue."""
    if name in HARD:
        newsroom, issue = Newsroom(publication=HARD[name].publication), HARD[name]
    else:
        newsroom, issue = open_issue(bundled_issues() / name)
    galley = press.proof(newsroom, replace(issue, theme=theme), deep=True)
    return Letter(name=f"{theme}/{name}", theme=theme, galley=galley)
