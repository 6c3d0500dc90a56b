"""The email as it is served into the page's frame, in each guise, and as files to be taken away.

Whatever stands in an article, the copy in the frame can run nothing, send nothing and leave nowhere: it is
sandboxed by its own policy as well as by the frame it stands in.
"""

from collections.abc import Callable
from urllib.parse import quote, urlsplit

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from digest.preview.guises import Scheme, shown, with_own_pictures
from digest.preview.readout import readout
from digest.preview.workshop import Edition, Workshop

TYPES = {"jpg": "image/jpeg", "png": "image/png", "gif": "image/gif"}
ALL_PICTURES = "'self' https: http: data:"

_NOTHING = "'none'"

View = Callable[[Edition, Request], Response]


def view_policy(*, images: bool, fonts: str) -> str:
    """What the email may do in its frame; `fonts` is the address of its style sheet of web fonts, if any."""
    site = "{0.scheme}://{0.netloc} https:".format(urlsplit(fonts)) if fonts else ""
    return (
        f"default-src 'none'; style-src 'unsafe-inline' {site}; font-src {site or _NOTHING};"
        f" img-src {ALL_PICTURES if images else _NOTHING}; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'self'; sandbox allow-same-origin"
    )


def routes(workshop: Workshop) -> list[Route]:
    """The addresses of views and downloads."""
    views: dict[str, View] = {
        "/view/html": _html,
        "/view/text": lambda edition, _: _plain(edition.galley.email.text),
        "/view/source": lambda edition, _: _plain(edition.galley.email.html),
        "/view/reader": lambda edition, _: _plain("\n".join(map(str, readout(edition.galley.email.html)))),
        "/view/images/{name}": _picture,
        "/out/email.html": lambda edition, _: _download(edition, "html", edition.galley.email.html.encode()),
        "/out/email.txt": lambda edition, _: _download(edition, "txt", edition.galley.email.text.encode()),
        "/out/email.eml": _message,
    }
    return [Route(path, _endpoint(workshop, view), methods=["GET"]) for path, view in views.items()]


def _endpoint(workshop: Workshop, view: View) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        if workshop.edition is None:
            return PlainTextResponse("There is no version of this issue yet that can be shown.\n", 503)
        return view(workshop.edition, request)

    return endpoint


def _html(edition: Edition, request: Request) -> Response:
    asked = request.query_params.get("scheme", Scheme.LIGHT)
    scheme = Scheme(asked) if asked in set(Scheme) else Scheme.LIGHT
    publication = edition.issue.publication
    html = with_own_pictures(
        edition.galley.email.html, (image.name for image in edition.galley.images), publication.images_base
    )
    policy = view_policy(
        images=request.query_params.get("images") != "off", fonts=publication.brand.web_fonts
    )
    return Response(
        shown(html, scheme),
        media_type="text/html; charset=utf-8",
        headers={"content-security-policy": policy},
    )


def _picture(edition: Edition, request: Request) -> Response:
    name = f"images/{request.path_params['name']}"
    image = next((image for image in edition.galley.images if image.name == name), None)
    if image is None:
        return PlainTextResponse("This issue has no such picture.\n", 404)
    return Response(image.content, media_type=TYPES[name.rpartition(".")[2]])


def _plain(text: str) -> Response:
    return PlainTextResponse(text)


def _message(edition: Edition, _: Request) -> Response:
    from digest.handoff.message import compose

    galley = edition.galley
    return _download(edition, "eml", compose(edition.issue, galley.email, galley.images))


def _download(edition: Edition, suffix: str, content: bytes) -> Response:
    name = quote(f"{edition.issue.slug}.{suffix}")
    headers = {"content-disposition": f"attachment; filename*=utf-8''{name}"}
    return Response(content, media_type="application/octet-stream", headers=headers)
