"""Word lists of the HTML reader: tags, names of a page's parts, names under which data is kept.

One cell is a string of words between spaces; "|" parts cells of one list. Names are in lower case, as the
modules that read them compare.
"""

BLOCK_TAGS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption
figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre
search section summary table tbody tfoot thead tr ul xmp
"""
UNSEEN_TAGS = """
script style noscript template svg math iframe object embed head title meta link button input select
textarea option audio video canvas map dialog noembed noframes progress meter datalist rp rt
"""
PARTS = {  # what a part of a page is -> the words of its name
    "navigation": """nav navigation navbar navmenu menu megamenu breadcrumb breadcrumbs crumb crumbs
        pagination pager skip""",
    "share line": """share sharing shares sharebar sharedaddy addtoany addthis sharethis social socials
        socialite""",
    "comments": "comments commentlist respond disqus livefyre replies",
    "newsletter prompt": """newsletter newsletters signup subscribe subscription subscriptions mailchimp
        mailinglist optin""",
    "advertisement": "ad ads advert adverts advertisement advertising adslot adunit dfp taboola outbrain",
    "tag": "tags taglist tagcloud keywords topics taxonomy labels",
    "most read": "popular trending mostread mostviewed mostpopular toplist ticker",
    "author's biography": "bio biography authorbox authorbio aboutauthor writer",
    "cookie notice": "cookie cookies consent gdpr cmp",
    "paywall": "paywall piano regwall subscriber",
    "pull quote": "pull pullquote pullquotes",
    "caption": "caption captions figcaption credit credits",
    "promo": "promo promos promotion",
    "related": """related recirc recirculation recommended recommendations recommendation readmore
        seealso""",
}
STANDFIRST_NAMES = """
subheading subhead sellline synopsis abstract tagline intro lede lead summary excerpt description teaser
sub
"""
SURE_STANDFIRST_NAMES = """
standfirst dek deck subtitle subheadline strapline subline chapo chapeau vorspann ingress entradilla sommario
zajawka
"""
BYLINE_NAMES = "byline bylines author authors autor auteur writer contributor contributors vcard fn reporter"
CREDIT_NAMES = "credit credits copyright photographer source attribution copyrightholder"
NAME_TAGS = """
author article:author og:article:author parsely-author sailthru.author dc.creator dc.creator.1
dcterms.creator byl citation_author twitter:data1
"""
DAY_TAGS = """
article:published_time og:article:published_time og:published_time parsely-pub-date sailthru.date pubdate
publishdate publish-date publish_date publication_date date dc.date dc.date.issued dcterms.created
dcterms.date dcterms.issued article.published article_date_original cxenseparse:recs:publishtime
citation_publication_date datepublished rnews:datepublished originalpublicationdate
"""
IMAGE_TAGS = "og:image:secure_url og:image og:image:url twitter:image twitter:image:src"
TITLE_TAGS = "og:title twitter:title dc.title parsely-title sailthru.title hdl title"
SITE_TAGS = "og:site_name application-name twitter:site publisher dc.publisher"
NO_NAMES = """
admin administrator editor author null none guest user anonymous unknown staff webmaster redaktion redaction
rédaction redacción redazione redakcja editorial newsroom newsdesk web online
"""
SITE_PICTURES = """
logo default placeholder fallback share-card sharecard share-image social-card og-image favicon avatar icon
sprite blank pixel spacer masthead banner
"""
READERS_CHOICE = "most popular trending top latest newest hot recent viewed shared"
RELATED_WORDS = "related also recommended next further similar background topic story subject enjoy like"
ADDRESS_WORDS = {  # a part of an address -> what it leads to
    "Webinar": "webinar webinars",
    "Podcast": "podcast podcasts",
    "Round table": "roundtable roundtables round-tables",
    "Event": "event events live meet meetup",
    "Conference": "conference conferences",
    "White paper": "whitepaper whitepapers white-papers",
    "Survey": "survey surveys",
}
CLOSED_PARTS = """navigation | comments | share line | tag | most read | author's biography | cookie notice
    | advertisement"""  # where no promo and no related headline of the article stands
UNRELATED_PARTS = "foot | dialog | form | newsletter prompt | paywall | caption"  # nor these
NO_HEADLINE_ADDRESSES = "/tag/ /tags/ /topic/ /topics/ /category/ /author/ /authors/ /search"
ELSEWHERE_PARTS = "navigation | related | most read | comments | advertisement | cookie notice | dialog"
AUTHOR_ADDRESSES = """
/author/ /authors/ /profile/ /profiles/ /by/ /people/ /journalist /staff/ /team/ /contributor /writer /autor
/auteur /reporter
"""
ANY_STORIES = "more other news stories headlines articles all from our the"
FOREIGN_RELATED = (  # beginnings of headings, beside those blockheads.py knows
    r"verwandte|ähnliche|(?:mehr )?zum thema|mehr zum|weitere artikel|auch interessant|lesen sie auch"
    r"|à lire|lire aussi|sur le même|articles liés|relacionad|noticias relacionadas|te puede interesar"
    r"|lea también|correlat|leggi anche|powiązane|czytaj|zobacz też|przeczytaj|polecamy|gerelateerd"
    r"|lees (?:ook|meer)|relaterad|läs (?:mer|också)|les også|keep reading|explore more|don['’]t miss"
    r"|in this series|from the archive|مواضيع ذات صلة|اقرأ أيض|مقالات ذات|あわせて読み|関連|相关"
)
