"""Jinja as themes see it: what is escaped, what may be called, and where an error stands."""

from functools import cache
from types import CodeType, TracebackType

from jinja2 import Environment, StrictUndefined, Template, nodes
from markupsafe import Markup

from digest.mergetags.neutral import merge
from digest.render.wrap import wrap

HTML = "issue.mjml"
TEXT = "issue.txt"


def escapes(name: str | None) -> bool:
    """Whether a template is HTML, so that every text put into it is escaped: all but `.txt` are."""
    return name is None or not name.endswith(".txt")


def padding(preheader: str, length: int = 150) -> Markup:
    """Invisible characters that fill an inbox's preview line, so that no body text follows the preheader."""
    return Markup("\u034f\u200c\u00a0") * max(length - len(preheader), 0)


@cache
def environment() -> Environment:
    """The one environment of every theme. Texts reach it as values, so no text is ever read as Jinja."""
    made = Environment(
        autoescape=escapes,  # noqa: S701 - on for all but plain text
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=0,
    )
    made.filters |= {"wrap": wrap, "padding": padding}
    made.globals = {"merge": merge}
    return made


def compiled(tree: nodes.Template, name: str) -> CodeType:
    """A template as Python code, which can be kept."""
    return environment().compile(tree, name, name)


def template(code: CodeType) -> Template:
    """The template whose code was kept."""
    made = environment()
    return Template.from_code(made, code, made.make_globals(None))


def line_of(error: BaseException, name: str) -> int:
    """The line of the template `name` at which rendering failed; 1 when the traceback does not say."""
    line = 1
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == name:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
