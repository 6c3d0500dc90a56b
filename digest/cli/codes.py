"""What a command ends with.

0 done, 1 an input must be mended, 2 wrong usage, 3 preflight found errors (or warnings with --strict), 4 a
web address cannot be reached, 5 a provider or mail server refused or cannot be reached, 130 interrupted.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from digest.errors import DigestError, HandoffError, InputError, UnreachableError
from digest.model import Finding, Level

if TYPE_CHECKING:
    from digest.build import Order

DONE, MEND, USAGE, FOUND, UNREACHABLE, REFUSED, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130


def exit_code(order: "Order", *, strict: bool) -> int:
    """The exit code of a build: what was refused weighs more than what was found."""
    if order.refused:
        return refusal(order.refused)
    found = (finding for built in order.built for finding in built.findings)
    return FOUND if is_grave(found, strict=strict) else DONE


def is_grave(findings: Iterable[Finding], *, strict: bool) -> bool:
    """Whether something found is an error (or a warning, when strict) that the editor has not accepted."""
    grave = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return any(finding.level in grave and not finding.ignored for finding in findings)


def refusal(errors: Iterable[DigestError]) -> int:
    """The exit code of what was refused: what an editor must mend weighs most, wrong usage least."""
    return min(map(code_of, errors), key=(MEND, UNREACHABLE, USAGE).index)


def code_of(error: DigestError) -> int:
    """The exit code of one error."""
    if isinstance(error, UnreachableError):
        return UNREACHABLE
    if isinstance(error, HandoffError):
        return REFUSED
    return MEND if isinstance(error, InputError) else USAGE
