"""Providers' template languages for tests: real engines where there is one, else readers of our own.

Each takes a template and what the tag of the same name becomes, and gives what readers would get.
"""

import re
from functools import cache

import chevron
import liquid
import pybars
from django.template import Context, Engine

NAME = "filled"


@cache
def _django():
    return Engine()


@cache
def _liquid():
    return liquid.Environment()


def django(template):
    """Brevo's, Klaviyo's, Buttondown's and, near enough, HubSpot's."""
    return _django().from_string(template).render(Context({NAME: NAME}, autoescape=False))


def mustache(template):
    """Resend's, Postmark's, Amazon SES's."""
    return chevron.render(template, {NAME: NAME})


def handlebars(template):
    """SendGrid's."""
    return str(pybars.Compiler().compile(template)({NAME: NAME}))


def liquids(template):
    """Keila's."""
    return _liquid().from_string(template).render(**{NAME: NAME})


def reader(tags):
    """An engine for a language of simple tags: what is between its signs is filled in, known or not."""
    expression = re.compile(tags, re.DOTALL)
    return lambda template: expression.sub(
        lambda tag: NAME if NAME in tag[0] and len(tag[0]) < 16 else "GONE", template
    )


ENGINES = {
    "brevo": [(django, "{{ filled }}"), (liquids, "{{ filled }}")],
    "klaviyo": [(django, "{{ filled }}")],
    "buttondown": [(django, "{{filled}}")],
    "hubspot": [(django, "{{ filled }}"), (liquids, "{{ filled }}")],
    "resend": [(mustache, "{{{filled}}}"), (handlebars, "{{{filled}}}")],
    "postmark": [(mustache, "{{{ filled }}}"), (mustache, "{{ filled }}")],
    "ses": [(mustache, "{{filled}}"), (handlebars, "{{filled}}")],
    "sendgrid": [(handlebars, "{{{filled}}}"), (handlebars, "{{filled}}"), (reader(r"\[\w[^\]]*\]|<%.*?%>"), "[filled]")],
    "listmonk": [(reader(r"\{\{.*?\}\}"), "{{ filled }}"), (reader(r"@TrackLink"), "")],
    "mailchimp": [(reader(r"\*\|[^|]*\|\*"), "*|filled|*")],
    "mailjet": [(reader(r"\[\[.*?\]\]|\{\{.*?\}\}|\{%.*?%\}"), "[[filled]]")],
    "constant-contact": [(reader(r"\[\[.*?\]\]|\[#|\$\{|<@"), "[[filled]]")],
    "campaign-monitor": [(reader(r"\[\w[^\]\[]*\]|</?(?:unsubscribe|webversion)\b[^>]*>"), "[filled]")],
    "mailerlite": [(reader(r"\{\$.*?\}"), "{$filled}")],
    "activecampaign": [(reader(r"%/?\w[\w ]*%"), "%filled%")],
    "mailgun": [(reader(r"%\w[\w.]*%"), "%filled%")],
}  # fmt: skip
