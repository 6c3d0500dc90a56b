import json

import pytest

from digest.handoff.answers import said


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"type": "x", "title": "Invalid Resource", "status": 400, "detail": "The list is gone.", "instance": "1"},
         "Invalid Resource; The list is gone."),
        ({"title": "Invalid", "errors": [{"field": "settings.reply_to", "message": "not verified"}]},
         "Invalid; settings.reply_to: not verified"),
        ({"code": "unauthorized", "message": "Key not found"}, "Key not found"),
        ({"errors": [{"id": "1", "title": "Bad", "detail": "No such list", "source": {"pointer": "/data/x"}}]},
         "/data/x: Bad; /data/x: No such list"),
        ({"detail": [{"type": "missing", "loc": ["body", "subject"], "msg": "Field required"}]},
         "body.subject: Field required"),
        ({"message": "Invalid.", "errors": {"name": ["is taken", "is short"]}},
         "Invalid.; name: is taken; name: is short"),
        ({"ErrorInfo": "", "ErrorMessage": "No list", "StatusCode": 400}, "No list"),
        ({"statusCode": 422, "name": "validation_error", "message": "No segment"}, "No segment"),
        (["one", "two"], "one; two"),
        ({}, ""),
        ({"unknown": "shape"}, ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_in_every_shape(body, words):
    assert said(json.dumps(body).encode()) == words


def test_plain_text_is_taken_as_it_is_and_a_page_of_html_says_nothing():
    assert said(b"rate limited\n") == "rate limited"
    assert said(b"<html><body>502 Bad Gateway</body></html>") == ""
    assert said(b"\xff\xfe") == "\ufffd\ufffd"
    assert said(b"") == ""
