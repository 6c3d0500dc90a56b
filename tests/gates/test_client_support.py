"""In the mail programs that most readers have, whatever is not shown has something that stands in for it."""

from digest.preflight.email.support.rows import unsupported


def test_nothing_is_lost_in_a_usual_mail_program(letter):
    assert [f"{hit.message} ({hit.where}:{hit.line})" for hit in unsupported(letter.galley)] == []
