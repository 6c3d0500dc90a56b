import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, NoKeyringError

from digest.errors import HandoffError
from digest.handoff.secrets import Keyholder, find_secret, secret, store, variable

WEEKLY = Keyholder(publication="Harbour Weekly")


class Ring(KeyringBackend):
    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password


class Broken(Ring):
    def get_password(self, *_):
        raise KeyringLocked("locked")

    def set_password(self, *_):
        raise NoKeyringError("none")


class Forgetful(Ring):
    def get_password(self, *_):
        return None


@pytest.fixture(autouse=True)
def ring():
    before = keyring.get_keyring()

    def use(made):
        keyring.set_keyring(made)
        return made

    use(Ring())
    yield use
    keyring.set_keyring(before)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "keys.toml"
    path.write_text('mailchimp = "from-file"\n')
    path.chmod(0o600)
    return path


def test_a_key_is_kept_in_the_keyring_for_its_publication_alone():
    store("mailchimp", "abc", WEEKLY)
    assert secret("mailchimp", WEEKLY) == "abc"
    assert find_secret("mailchimp", Keyholder(publication="Another")) == ""
    assert find_secret("brevo", WEEKLY) == ""


def test_the_environment_goes_before_the_file_and_the_file_before_the_keyring(file, monkeypatch):
    holder = Keyholder(publication="Harbour Weekly", file=file)
    store("mailchimp", "from-ring", holder)
    assert secret("mailchimp", holder) == "from-file"
    monkeypatch.setenv("DIGEST_MAILCHIMP_KEY", " from-environment\n")
    assert secret("mailchimp", holder) == "from-environment"


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o660, 0o604])
def test_a_file_that_others_can_read_is_not_read(file, mode):
    file.chmod(mode)
    with pytest.raises(HandoffError, match=r"others on this machine can read it; run: chmod 600"):
        secret("mailchimp", Keyholder(publication="x", file=file))


@pytest.mark.parametrize(
    "content", ["mailchimp = top-secret", 'mailchimp = "top-secret', "[mailchimp]\na = 1", b"\xff"]
)
def test_a_broken_file_is_told_without_what_stands_in_it(file, content):
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(HandoffError, match=r"keys.toml") as caught:
        secret("mailchimp", Keyholder(publication="x", file=file))
    assert "top-secret" not in str(caught.value)


def test_a_file_that_begins_with_a_byte_order_mark_is_read(file):
    file.write_bytes(b"\xef\xbb\xbf" + b'mailchimp = "from-file"')
    assert secret("mailchimp", Keyholder(publication="x", file=file)) == "from-file"


def test_a_folder_in_its_place_is_told(tmp_path):
    with pytest.raises(HandoffError, match=r"is no file"):
        secret("mailchimp", Keyholder(publication="x", file=tmp_path))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(HandoffError, match=r"No such file"):
        secret("mailchimp", Keyholder(publication="x", file=tmp_path / "none.toml"))


def test_where_there_is_no_key_all_ways_to_give_one_are_told():
    with pytest.raises(HandoffError, match=r"digest login resend.*DIGEST_RESEND_KEY.*\[secrets\] file"):
        secret("resend", WEEKLY)


def test_a_keyring_that_is_locked_has_no_key(ring):
    ring(Broken())
    assert find_secret("mailchimp", WEEKLY) == ""


@pytest.mark.parametrize("kind", [Broken, Forgetful])
def test_where_nothing_can_keep_a_key_it_is_said_and_the_key_is_not(ring, kind):
    ring(kind())
    with pytest.raises(HandoffError, match=r"DIGEST_BREVO_KEY") as caught:
        store("brevo", "very-secret", WEEKLY)
    assert "very-secret" not in str(caught.value)


def test_a_name_with_a_hyphen_is_a_variable_too():
    assert variable("campaign-monitor") == "DIGEST_CAMPAIGN_MONITOR_KEY"
