"""The stories of an issue put into another order in the text, taken out, or added at its end.

Blank lines and other tables between the stories stay where they are.
"""

from collections.abc import Sequence
from itertools import zip_longest

from digest.editing.tables import Story


def arranged(text: str, stories: Sequence[Story], order: Sequence[int]) -> str:
    """The text with the stories of these numbers in this order, and no others."""
    cores = [text[story.start : story.end].rstrip() for story in stories]
    ends = [story.start + len(core) for story, core in zip(stories, cores, strict=True)]
    edges = [*(story.start for story in stories[1:]), len(text)]
    joints = [text[end:edge] for end, edge in zip(ends, edges, strict=True)]
    chosen = [cores[n] for n in order]
    return text[: stories[0].start] + "".join(
        map("".join, zip_longest(chosen, _fewer(joints, len(chosen)), fillvalue=""))
    )


def _fewer(joints: Sequence[str], number: int) -> list[str]:
    """So many of what stands between stories, blank lines left out before anything else."""
    kept, rest = list(joints[: max(number - 1, 0)]), joints[max(number - 1, 0) :]
    telling = [joint for joint in rest if joint.strip()]
    return [*kept, "".join(telling) or rest[-1]]


def added(text: str, entry: str) -> str:
    """The text with a story's lines at its end."""
    head = text.rstrip()
    return f"{head}\n\n{entry}" if head else entry
