"""Firefox, without a window, driven over Marionette: the line it is itself tested by, with no driver between.

A message is its length in bytes, a colon, and JSON: `[0, number, command, arguments]`, answered by
`[1, number, error, value]`.
"""

import json
import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
WAIT = 20  # seconds, and then something is wrong
PREFERENCES = {
    "marionette.port": 0,  # any free one, written into MarionetteActivePort
    "gfx.webrender.software": True,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "app.update.disabledForTesting": True,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}
COMMAND = [FIREFOX, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile"]
ERRORS = """
const isOurs = each => each.sourceName?.startsWith(arguments[0]) || each.message.includes(arguments[0]);
const all = Services.console.getMessageArray().filter(each => each instanceof Ci.nsIScriptError);
return all.filter(each => !(each.flags & Ci.nsIScriptError.warningFlag) && isOurs(each)).map(each => each.message);
"""


@contextmanager
def firefox(home):
    """A fresh Firefox with `home` for its files."""
    profile = home / "profile"
    profile.mkdir()
    lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});" for key, value in PREFERENCES.items()]
    (profile / "user.js").write_text("\n".join(lines))
    environment = {**os.environ, "HOME": str(home), "MOZ_HEADLESS": "1", "LIBGL_ALWAYS_SOFTWARE": "1"}
    with (home / "log").open("w") as log:
        process = subprocess.Popen(
            [*COMMAND, str(profile)], env=environment, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        port = waited(lambda: port_in(profile / "MarionetteActivePort"))
        with socket.create_connection(("127.0.0.1", port), timeout=WAIT) as line:
            yield Firefox(line)
    finally:
        process.terminate()
        process.wait(WAIT)


class Firefox:
    """One window; what it refuses is raised as AssertionError in its own words."""

    def __init__(self, line):
        self.line = line
        self.number = 0
        self._heard()
        self.ask("WebDriver:NewSession", capabilities={})

    def ask(self, command, **arguments):
        self.number += 1
        said = json.dumps([0, self.number, command, arguments]).encode()
        self.line.sendall(b"%d:%s" % (len(said), said))
        _, _, error, value = self._heard()
        assert not error, error["message"]
        return value["value"] if isinstance(value, dict) and set(value) == {"value"} else value

    def goto(self, address):
        self.ask("WebDriver:Navigate", url=address)

    def run(self, script, *given):
        """What a function's body returns in the page."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=list(given))

    def until(self, script, *given):
        return waited(lambda: self.run(script, *given), script)

    def click(self, css):
        self.ask("WebDriver:ElementClick", id=self._found(css))

    def type_into(self, css, text):
        """Types over what stands in a field, as an editor does who has chosen all of it."""
        self.run("const field = document.querySelector(arguments[0]); field.focus(); field.select()", css)
        self.ask("WebDriver:ElementSendKeys", id=self._found(css), text=text)

    def resize(self, width, height):
        self.ask("WebDriver:SetWindowRect", width=width, height=height)

    def errors(self, origin):
        """What was logged as an error of pages at an origin."""
        self.ask("Marionette:SetContext", value="chrome")
        told = self.run(ERRORS, origin)
        self.ask("Marionette:SetContext", value="content")
        return told

    def _found(self, css):
        return next(iter(self.ask("WebDriver:FindElement", using="css selector", value=css).values()))

    def _heard(self):
        length = b""
        while not length.endswith(b":"):
            length += self._bytes(1)
        return json.loads(self._bytes(int(length[:-1])))

    def _bytes(self, count):
        got = b""
        while len(got) < count:
            more = self.line.recv(count - len(got))
            assert more, "Firefox has hung up"
            got += more
        return got


def port_in(file):
    return int(file.read_text() or 0) if file.exists() else 0


def waited(look, what="Firefox"):
    """What is there at last."""
    end = time.monotonic() + WAIT
    while not (found := look()):
        assert time.monotonic() < end, f"waited {WAIT} s for {what}"
        time.sleep(0.05)
    return found
