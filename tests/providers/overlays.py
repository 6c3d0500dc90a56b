"""What the providers' descriptions leave out, and which requests would reach readers; each with its reason.

`changes` add to a request's schema at a place in it: more that it may say, or must. `extras` are operations
that the description, or our trimmed copy of it, does not have. `sends` are operations, and `never` fields, with
an effect beyond a draft: any test in which one is used fails. The answer to a `misdescribed` operation is not
held against the description.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

NAMED = {"type": "string", "minLength": 1}


@dataclass(frozen=True)
class Change:
    where: str
    at: tuple[str, ...]
    schema: Mapping[str, Any]
    reason: str


@dataclass(frozen=True)
class Extra:
    operation: str
    reason: str
    query: tuple[str, ...] = ()
    body: Mapping[str, Any] = field(default_factory=dict)
    content_type: str = "application/json"


@dataclass(frozen=True)
class Filter:
    """What a parameter of the query may be, where the description leaves it or something of it out."""

    where: str
    name: str
    schema: Mapping[str, Any]
    reason: str


@dataclass(frozen=True)
class Never:
    """A field that may not be in a request, unless it has one of these values."""

    where: str
    at: tuple[str, ...]
    reason: str
    unless: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Overlay:
    changes: tuple[Change, ...] = ()
    filters: tuple[Filter, ...] = ()
    extras: tuple[Extra, ...] = ()
    sends: tuple[Extra, ...] = ()
    never: tuple[Never, ...] = ()
    misdescribed: tuple[str, ...] = ()


def must(where: str, *names: str, at: tuple[str, ...] = (), reason: str) -> Change:
    return Change(where, at, {"required": list(names)}, reason)


def may(where: str, fields: Mapping[str, Any], at: tuple[str, ...] = (), *, reason: str) -> Change:
    return Change(where, at, {"properties": dict(fields)}, reason)


UNTRIMMED = "not in the trimmed description; in the provider's documentation"
SENDS = "reaches readers; " + UNTRIMMED
TEXT = {"type": "string"}
WHOLE = "a draft without it is not usable, though the description does not ask for it"

MAILCHIMP = Overlay(
    changes=(
        must("POST /campaigns", "recipients", "settings", reason=WHOLE),
        must(
            "POST /campaigns",
            "subject_line",
            "from_name",
            "reply_to",
            "title",
            at=("settings",),
            reason=WHOLE,
        ),
        must(
            "PUT /campaigns/{campaign_id}/content",
            "html",
            "plain_text",
            reason="without plain_text it makes its own",
        ),
    ),
    extras=(
        Extra("GET /", UNTRIMMED + ": the account of a key", ("fields", "exclude_fields")),
        Extra("GET /lists/{list_id}", UNTRIMMED, ("fields", "exclude_fields")),
    ),
    sends=(
        Extra("POST /campaigns/{campaign_id}/actions/send", SENDS),
        Extra("POST /campaigns/{campaign_id}/actions/schedule", SENDS, body={"type": "object"}),
        Extra("POST /campaigns/{campaign_id}/actions/test", "mails people: proofs go by SMTP"),
    ),
)

BREVO_LATER = "the description is of 2024; Brevo's SDK reference documents it"
BREVO_FIELDS = {"previewText": TEXT, "unsubscriptionPageId": TEXT, "updateFormId": TEXT}
BREVO_SENDS = "Brevo sends by itself then"
BREVO = Overlay(
    changes=(
        may("POST /emailCampaigns", BREVO_FIELDS, reason=BREVO_LATER),
        may("PUT /emailCampaigns/{campaignId}", BREVO_FIELDS, reason=BREVO_LATER),
        must(
            "POST /emailCampaigns",
            "subject",
            "htmlContent",
            reason="required unless A/B or a template is used",
        ),
        Change(
            "POST /emailCampaigns",
            ("sender",),
            {"oneOf": [{"required": ["email"]}, {"required": ["id"]}]},
            "the description says in words: an email or an id, not both",
        ),
    ),
    filters=(
        Filter(
            "GET /emailCampaigns",
            "limit",
            {"type": "integer", "minimum": 0, "maximum": 100},
            "Brevo's changelog of 2 June 2022: at most 100 a page",
        ),
        Filter(
            "GET /emailCampaigns",
            "sort",
            {"enum": ["asc", "desc"]},
            "the description is of 2024 and lacks it; Brevo's client libraries have it",
        ),
    ),
    extras=(
        Extra("GET /account", UNTRIMMED + ": the account of a key"),
        Extra("GET /contacts/lists/{listId}", UNTRIMMED),
    ),
    sends=(
        Extra("POST /emailCampaigns/{campaignId}/sendNow", SENDS),
        Extra("POST /emailCampaigns/{campaignId}/sendTest", "mails people: proofs go by SMTP"),
    ),
    never=tuple(
        Never(where, at, BREVO_SENDS, unless)
        for where in ("POST /emailCampaigns", "PUT /emailCampaigns/{campaignId}")
        for at, unless in ((("scheduledAt",), ()), (("sendAtBestTime",), (False,)))
    ),
)

SENDGRID_AT = "/v3/marketing/singlesends"
SENDGRID_CONFIG = {
    "required": ["subject", "html_content", "plain_content", "generate_plain_content"],
    "properties": {"generate_plain_content": {"const": False}},
    "anyOf": [{"required": ["suppression_group_id"]}, {"required": ["custom_unsubscribe_url"]}],
}
SENDGRID = Overlay(
    changes=(
        must(f"POST {SENDGRID_AT}", "email_config", reason=WHOLE),
        Change(
            f"POST {SENDGRID_AT}",
            ("email_config",),
            SENDGRID_CONFIG,
            "left out, generate_plain_content is true and overwrites our text; a way to unsubscribe must be given",
        ),
    ),
    extras=(
        Extra("GET /v3/user/profile", UNTRIMMED),
        Extra("GET /v3/user/username", UNTRIMMED),
        Extra("GET /v3/user/account", UNTRIMMED),
        Extra("GET /v3/scopes", UNTRIMMED + ": what a key may do"),
        Extra("GET /v3/marketing/lists/{id}", UNTRIMMED),
        Extra("GET /v3/marketing/senders/{id}", UNTRIMMED),
    ),
    sends=(
        Extra("PUT /v3/marketing/singlesends/{id}/schedule", SENDS, body={"type": "object"}),
        Extra("POST /v3/marketing/test/send_email", "mails people: proofs go by SMTP"),
    ),
    never=tuple(
        Never(where, ("send_at",), "pre-fills a date to send at", (None,))
        for where in (f"POST {SENDGRID_AT}", f"PATCH {SENDGRID_AT}/{{id}}")
    ),
)

LISTMONK_DOCS = "listmonk's documentation; the description, which is weak, does not have it"
LISTMONK_FIELDS = {
    "body": TEXT,
    "altbody": TEXT,
    "body_source": {"type": ["string", "null"]},
    "attribs": {"type": "object"},
    "template_id": {"type": "integer"},
    "headers": {"type": "array", "items": {"type": "object"}},
    "content_type": {"enum": ["richtext", "html", "markdown", "plain", "visual"]},
    "type": {"enum": ["regular", "optin"]},
}
LISTMONK_STATES = ["draft", "running", "scheduled", "paused", "cancelled", "finished"]
LISTMONK_MUST = ("name", "subject", "lists", "type", "content_type", "body")
LISTMONK = Overlay(
    misdescribed=(
        "POST /campaigns",
        "PUT /campaigns/{id}",
    ),  # its lists are numbers there, and tables in truth
    changes=(
        may("POST /campaigns", LISTMONK_FIELDS, reason=LISTMONK_DOCS),
        must("POST /campaigns", *LISTMONK_MUST, reason=LISTMONK_DOCS),
    ),
    filters=(
        Filter(
            "GET /campaigns",
            "status",
            {"type": "array", "items": {"enum": LISTMONK_STATES}},
            "every state of a campaign is one to filter by; the description names but four of them",
        ),
    ),
    extras=(
        Extra("GET /lists/{id}", UNTRIMMED),
        Extra("GET /profile", UNTRIMMED + ": whose token it is"),
        Extra("GET /about", UNTRIMMED),
        Extra("GET /settings", UNTRIMMED),
        Extra("GET /templates/{id}", UNTRIMMED),
    ),
    sends=(
        Extra("PUT /campaigns/{id}/status", "running or scheduled mails readers"),
        Extra("POST /campaigns/{id}/test", "mails people: proofs go by SMTP"),
    ),
    never=tuple(
        Never(where, at, "a campaign with it is mailed at that time once it is started", unless)
        for where in ("POST /campaigns", "PUT /campaigns/{id}")
        for at, unless in ((("send_at",), (None,)), (("send_later",), (False,)))
    ),
)

BUTTONDOWN = Overlay(
    changes=(must("POST /emails", "status", "body", reason="left out, the status is about_to_send"),),
    extras=(
        Extra("GET /newsletters", UNTRIMMED + ": the newsletters of a key"),
        Extra("GET /accounts/me", UNTRIMMED + ": the account of a key"),
        Extra("GET /ping", UNTRIMMED),
    ),
    sends=(Extra("POST /emails/{id}/send-draft", "mails people: proofs go by SMTP"),),
    never=tuple(
        Never(where, at, "Buttondown sends by itself then", unless)
        for where in ("POST /emails", "PATCH /emails/{id}")
        for at, unless in ((("status",), ("draft",)), (("publish_date",), (None, "none")))
    ),
)

RESEND = Overlay(
    changes=(must("POST /broadcasts", "html", "text", "name", reason=WHOLE),),
    extras=(
        Extra("GET /domains", UNTRIMMED + ": the domains of a key"),
        Extra("GET /segments", UNTRIMMED, ("limit", "after", "before")),
        Extra("GET /segments/{id}", UNTRIMMED),
        Extra("GET /audiences/{id}", UNTRIMMED),
    ),
    sends=(
        Extra("POST /broadcasts/{id}/send", "mails readers"),
        Extra("POST /emails", "mails people: proofs go by SMTP"),
    ),
    never=(
        Never("POST /broadcasts", ("send",), "Resend sends at once", (False,)),
        Never("POST /broadcasts", ("scheduled_at",), "Resend sends at that time"),
    ),
)

KLAVIYO_PARAMS = ("fields[account]", "fields[list]", "fields[segment]", "fields[template]", "include")
KLAVIYO_MESSAGE = {"required": ["subject", "from_email", "from_label"]}
KLAVIYO = Overlay(
    misdescribed=("GET /api/campaigns",),  # on the last page links.next is null in truth
    changes=(
        must("POST /api/templates", "html", "text", at=("data", "attributes"), reason=WHOLE),
        Change(
            "POST /api/templates",
            ("data", "attributes"),
            {"properties": {"editor_type": {"enum": ["CODE", "USER_DRAGGABLE"]}}},
            "the description says it in words",
        ),
    ),
    extras=(
        Extra("GET /api/accounts", UNTRIMMED + ": the account of a key", KLAVIYO_PARAMS),
        Extra("GET /api/lists/{id}", UNTRIMMED, KLAVIYO_PARAMS),
        Extra("GET /api/segments/{id}", UNTRIMMED, KLAVIYO_PARAMS),
        Extra("GET /api/templates/{id}", UNTRIMMED, KLAVIYO_PARAMS),
        Extra("GET /api/templates", UNTRIMMED, (*KLAVIYO_PARAMS, "filter", "sort", "page[cursor]")),
        Extra("DELETE /api/templates/{id}", UNTRIMMED),
        Extra("GET /api/campaign-messages/{id}/template", UNTRIMMED, KLAVIYO_PARAMS),
        Extra("GET /api/campaign-messages/{id}/relationships/template", UNTRIMMED),
    ),
    sends=(
        Extra(
            "POST /api/campaign-send-jobs",
            SENDS,
            body={"type": "object"},
            content_type="application/vnd.api+json",
        ),
    ),
    never=tuple(
        Never(where, ("data", "attributes", "send_strategy"), "says when it is sent", (None,))
        for where in ("POST /api/campaigns", "PATCH /api/campaigns/{id}")
    ),
)

MAILJET = Overlay(
    sends=(
        Extra("POST /campaigndraft/{id}/send", SENDS),
        Extra("POST /campaigndraft/{id}/schedule", SENDS, body={"type": "object"}),
        Extra("POST /campaigndraft/{id}/test", "mails people: proofs go by SMTP", body={"type": "object"}),
    ),
    never=(Never("PUT /campaigndraft/{id}", ("Status",), "a draft's state is not ours to set", (0,)),),
)

OVERLAYS: Mapping[str, Overlay] = {
    "brevo": BREVO,
    "buttondown": BUTTONDOWN,
    "klaviyo": KLAVIYO,
    "listmonk": LISTMONK,
    "mailchimp": MAILCHIMP,
    "mailjet": MAILJET,
    "resend": RESEND,
    "sendgrid": SENDGRID,
}
