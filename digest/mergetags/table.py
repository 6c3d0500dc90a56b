"""How each provider writes our merge tags: one table, kept by hand.

What is `known` stands in the provider's own documentation or source code; what is `unsure` is from memory or
from other people's integrations, and is to be looked at in a test mail. A tag that a row lacks cannot be
expressed at that provider, but for the postal address, which then is the publication's own.
"""

from collections.abc import Mapping

from digest.errors import InputError
from digest.mergetags.dialects import (
    BRACES,
    BRACKETS,
    ELEMENTS,
    GO,
    HANDLEBARS,
    NONE,
    PERCENTS,
    STARS,
)
from digest.mergetags.neutral import GENERIC
from digest.mergetags.row import Row, known, unsure
from digest.nearmiss import near_miss

TABLE: Mapping[str, Row] = {
    "generic": Row(
        title="The generic form",
        dialect=NONE,
        tags={name: known(text, "our own") for name, text in GENERIC.items() if name != "postal_address"},
    ),
    "mailchimp": Row(
        title="Mailchimp",
        dialect=STARS,
        preheader="field",
        mandatory=("unsubscribe", "postal_address"),
        tags={
            "unsubscribe": known("*|UNSUB|*", "Mailchimp help, About campaign footers"),
            "view_in_browser": unsure("*|ARCHIVE|*"),
            "first_name": unsure(
                "*|IF:FNAME|**|FNAME|**|ELSE:|*<fallback>*|END:IF|*", "IF is documented, ELSE from memory"
            ),
            "email": unsure("*|EMAIL|*"),
            "postal_address": unsure(
                "*|LIST:ADDRESS|*",
                "the form in HTML is documented, the one in text from memory",
                html="*|HTML:LIST_ADDRESS_HTML|*",
            ),
        },
    ),
    "brevo": Row(
        title="Brevo",
        dialect=BRACES,
        preheader="field",
        mandatory=("unsubscribe",),
        tags={
            "unsubscribe": unsure("{{ unsubscribe }}"),
            "view_in_browser": unsure("{{ mirror }}"),
            "first_name": known(
                "{{ contact.FIRSTNAME|default:'<fallback>' }}", "Brevo help, contact variables"
            ),
            "email": unsure("{{ contact.EMAIL }}"),
        },
    ),
    "sendgrid": Row(
        title="SendGrid",
        dialect=HANDLEBARS,
        mandatory=("unsubscribe", "postal_address"),
        tags={
            "unsubscribe": unsure("{{{unsubscribe}}}", "other people's integrations"),
            "view_in_browser": unsure("{{{weblink}}}"),
            "first_name": unsure("{{#if first_name}}{{first_name}}{{else}}<fallback>{{/if}}"),
            "email": unsure("{{email}}"),
            "postal_address": unsure(
                "{{Sender_Name}} {{Sender_Address}} {{Sender_City}} {{Sender_State}} {{Sender_Zip}}"
            ),
        },
    ),
    "listmonk": Row(
        title="listmonk",
        dialect=GO,
        tags={
            "unsubscribe": known("{{ UnsubscribeURL }}", "listmonk's documentation, Templating"),
            "view_in_browser": known("{{ MessageURL }}", "listmonk's documentation, Templating"),
            "first_name": unsure(
                "{{ if .Subscriber.FirstName }}{{ .Subscriber.FirstName }}{{ else }}<fallback>{{ end }}"
            ),
            "email": unsure("{{ .Subscriber.Email }}"),
        },
    ),
    "buttondown": Row(
        title="Buttondown",
        dialect=BRACES,
        preheader="field",
        mandatory=("unsubscribe",),
        tags={
            "unsubscribe": known("{{ unsubscribe_url }}", "Buttondown's documentation, naked mode"),
            "view_in_browser": known("{{ email.absolute_url }}", "Buttondown's documentation"),
            "first_name": known(
                '{{ subscriber.metadata.first_name|default:"<fallback>" }}', "Buttondown's documentation"
            ),
            "email": unsure("{{ subscriber.email }}"),
        },
    ),
    "resend": Row(
        title="Resend",
        dialect=BRACES,
        preheader="field",
        tags={
            "unsubscribe": known("{{{RESEND_UNSUBSCRIBE_URL}}}", "Resend's blog, Broadcast API"),
            "first_name": unsure("{{{contact.first_name|<fallback>}}}"),
            "email": unsure("{{{contact.email}}}"),
        },
    ),
    "klaviyo": Row(
        title="Klaviyo",
        dialect=BRACES,
        preheader="field",
        mandatory=("unsubscribe",),
        tags={
            "unsubscribe": known("{% unsubscribe_link %}", "Klaviyo help, 115006054267"),
            "view_in_browser": unsure("{% web_view_link %}"),
            "first_name": unsure("{{ first_name|default:'<fallback>' }}"),
            "email": unsure("{{ email }}"),
            "postal_address": unsure("{{ organization.full_address }}"),
        },
    ),
    "mailjet": Row(
        title="Mailjet",
        dialect=BRACKETS,
        mandatory=("unsubscribe",),
        tags={
            "unsubscribe": known("[[UNSUB_LINK_EN]]", "Mailjet's documentation, 360042707434"),
            "view_in_browser": unsure("[[PERMALINK]]"),
            "first_name": unsure('[[data:firstname:"<fallback>"]]'),
            "email": unsure("[[EMAIL_TO]]"),
        },
    ),
    "campaign-monitor": Row(
        title="Campaign Monitor",
        dialect=ELEMENTS,
        mandatory=("unsubscribe",),
        tags={
            "unsubscribe": unsure(
                "[unsubscribe]",
                "the element is documented, the form in text from memory",
                element="unsubscribe",
            ),
            "view_in_browser": unsure(
                "[webversion]",
                "the element is documented, the form in text from memory",
                element="webversion",
            ),
            "first_name": known("[firstname,fallback=<fallback>]", "Campaign Monitor help"),
            "email": known("[email]", "Campaign Monitor help"),
        },
    ),
    "hubspot": Row(
        title="HubSpot",
        dialect=BRACES,
        mandatory=("unsubscribe", "postal_address"),
        tags={
            "unsubscribe": known("{{ unsubscribe_link }}", "HubSpot's documentation, email templates"),
            "view_in_browser": known("{{ view_as_page_url }}", "an example in HubSpot's documentation"),
            "first_name": unsure("{{ contact.firstname|default('<fallback>') }}"),
            "email": unsure("{{ contact.email }}"),
            "postal_address": unsure(
                "{{ site_settings.company_name }}, {{ site_settings.company_street_address_1 }}, "
                "{{ site_settings.company_city }}, {{ site_settings.company_state }}"
            ),
        },
    ),
    "mailerlite": Row(
        title="MailerLite",
        dialect=BRACES,
        mandatory=("unsubscribe",),
        tags={
            "unsubscribe": known("{$unsubscribe}", "MailerLite's documentation"),
            "view_in_browser": known("{$url}", "MailerLite's documentation"),
            "first_name": unsure("{$name|default('<fallback>')}"),
            "email": unsure("{$email}"),
        },
    ),
    "activecampaign": Row(
        title="ActiveCampaign",
        dialect=PERCENTS,
        preheader="field",
        mandatory=("unsubscribe", "postal_address"),
        tags={
            "unsubscribe": known("%UNSUBSCRIBELINK%", "ActiveCampaign's documentation"),
            "view_in_browser": unsure("%WEBCOPY%"),
            "first_name": unsure("%IF $FIRSTNAME%%FIRSTNAME%%ELSE%<fallback>%/IF%"),
            "email": unsure("%EMAIL%"),
            "postal_address": unsure("%SENDER-INFO%"),
        },
    ),
    "constant-contact": Row(
        title="Constant Contact",
        dialect=BRACKETS,
        adds=("unsubscribe",),
        preheader="field",
        tags={
            "first_name": unsure('[[FIRSTNAME OR "<fallback>"]]'),
            "email": unsure("[[EMAILADDRESS]]"),
        },
    ),
    "mailgun": Row(
        title="Mailgun",
        dialect=PERCENTS,
        tags={
            "unsubscribe": known("%unsubscribe_url%", "Mailgun's documentation"),
            "email": unsure("%recipient.email%"),
        },
    ),
    "postmark": Row(
        title="Postmark",
        dialect=BRACES,
        mandatory=("unsubscribe",),
        tags={"unsubscribe": known("{{{ pm:unsubscribe }}}", "Postmark's documentation, broadcast streams")},
    ),
    "ses": Row(
        title="Amazon SES",
        dialect=BRACES,
        tags={"unsubscribe": known("{{amazonSESUnsubscribeUrl}}", "Amazon SES Developer Guide")},
    ),
}


def row_of(provider: str) -> Row:
    """A provider's row; raises InputError for one that the table does not have, with the near miss."""
    if provider not in TABLE:
        near = near_miss(provider, TABLE)
        raise InputError(f'no merge tags are known for the provider "{provider}"{near}')
    return TABLE[provider]
