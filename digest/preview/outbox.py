"""The output folder, opened in the editor's own file manager."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from digest.build import Press
from digest.preview.workshop import Edition
from digest.report import Json


def put_out(edition: Edition) -> Json:
    """Writes the email as `digest build` does, and opens its folder, where there is a program that can."""
    built = Press().build(edition.newsroom, edition.issue)
    folder = built.html.parent.resolve()
    return {"folder": str(folder), "opened": _opened(folder)}


def _opened(folder: Path) -> bool:
    if sys.platform == "win32":
        os.startfile(folder)  # noqa: S606 - a folder that we made ourselves
        return True
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if not opener or (sys.platform == "linux" and not has_screen()):
        return False
    subprocess.Popen([opener, str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - no shell, and a path we made
    return True


def has_screen() -> bool:
    """Whether this computer has a screen to open a window on."""
    return sys.platform != "linux" or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())
