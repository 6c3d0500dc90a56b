"""Issues with everything in them that `digest check` looks for; every word is invented."""

from pasted import CRANES, FEES

POSTAL = 'postal_address = "Quay Notes, 1 Sample Quay"\n'
GTUBE = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X"  # what spam filters must find

PARAGRAPHS = (
    "The harbour board will replace its oldest crane before the autumn, after two stoppages in a month.",
    "Members voted nine to two for the plan on Tuesday, and asked the engineer to look at the other three.",
    "Work is to begin in June, when the ferry season has not yet filled the quay with lorries and cars.",
    "The new crane will cost 4.2 million pounds and lift ten tonnes more than the one that it replaces.",
)

# Slips of the desk: words, days, links, promos, and an issue that has run all of it before

SLIPS_NEWSROOM = """[publication]
name = "Quay Notes"
url = "https://quay.example"
[utm]
source = "quay"
[brand]
muted = "#999999"
[check]
staging = ["staged.example"]
clients = ["Gmial", "Outlook Windows"]
"""
SUBJECT = "RE: CHEAPER BERTHS!! WHAT THE HARBOUR BOARD DECIDED FOR SMALL BOATS"
LAST_WEEK = f"""number = 4
date = 2026-11-20
subject = "{SUBJECT}"
[[stories]]
source = "sources/fees.txt"
url = "https://staged.example/fees"
"""
LISTENED = "We listened to the small boats and we have acted on what they told us,"
SLIPS = f"""number = 4
date = 2026-11-20
subject = "{SUBJECT}"
preheader = "{SUBJECT} on Monday"
note = '''
The Monday briefing for Wednesday 20 November. Read [the minutes](/minutes), [ring](tel:ask-for-Ada),
[write](mailto:desk), or [fetch](ftp://quay.example/minutes).
'''

[sponsor]
name = "Voltane"

[[listings]]
title = "Jobs"
[[listings]]
title = "Diary"
[[listings.items]]
title = "Open day on the north quay"
when = 2026-11-02

[[stories]]
source = "sources/fees.txt"
headline = "THE HARBOUR BOARD CUTS ITS BERTH FEES FOR SMALL BOATS AFTER A LONG REVIEW AND THE SKIPPERS COME HOME AGAIN TO THEIR OLD MOORINGS…"
standfirst = '''A cut of 77 per cent, says Zelda Quirk, “for the the "small" boats” by the autumn ,  TBC, [[first_name]] &amp; others'''
summary = ["The boardâ€™s review is over.", "“{LISTENED}” said Ada Brook."]
published = 2026-12-24
url = "https://staged.example/fees"
promos = []
[[stories.quotes]]
text = "{LISTENED}"
speaker = ""
[[stories.quotes]]
text = "Skippers had asked for a cut since the spring"
speaker = "Otto Quirk"
[[stories.quotes]]
text = "{LISTENED}"
speaker = "Ada Brook"
[[stories.related]]
title = "Who pays for the dredger?"
url = "http://10.0.0.7/dredger"
[[stories.related]]
title = "A number in the place of a name"
url = "https://8.8.8.8/number"
[[stories.related]]
title = "What the ferry wants"
url = "https://preview.quay.example/ferry"
[[stories.related]]
title = "Cranes in the wind"
url = "https://eu.safelinks.protection.outlook.com/?url=https%3A%2F%2Fquay.example%2Fcranes"
[[stories.related]]
title = "Short of words"
url = "https://bit.ly/quay"
[[stories.related]]
title = "From the desk"
url = "https://docs.google.com/document/d/1/edit"
[[stories.related]]
title = "Seen on a network"
url = "https://quay.example/seen?fbclid=12"
[[stories.related]]
title = "Counted twice"
url = "https://quay.example/counted?utm_source=a&utm_source=b"
[[stories.related]]
title = "Copied with its bracket"
url = "https://quay.example/bracket)"
[[stories.related]]
title = "Click here"
url = "https://quay.example/one"
[[stories.related]]
title = "Click here"
url = "https://quay.example/other"
[[stories.related]]
title = "www.quaybank.com"
url = "https://elsewhere.example/bank"
[[stories.related]]
title = "The bank again"
url = "https://elsewhere.example/bank"
[[stories.related]]
title = "No way to get there"

[[stories]]
source = "sources/cranes.txt"
headline = "Crane drivers go back to work"
standfirst = "Crane drivers go back to work"
summary = ["Crane drivers go back to work."]
published = 2024-06-04
url = "https://quay.example/cranes-back"
related = []
[[stories.promos]]
kind = "webinar"
title = "Webinar, Monday 26 November 2026: berths and budgets"
starts = 2026-11-27T10:00:00
url = "https://quay.example/webinar"
[[stories.promos]]
kind = "conference"
title = "Harbour days: register by 3 November"
starts = 2026-11-05
url = "https://quay.example/days"
[[stories.promos]]
kind = "event"
title = "The quay at night"
starts = 2027-12-01
url = "https://quay.example/night"
[[stories.promos]]
kind = "webinar"
title = "Ropes and knots"
partner_content = true
partners = []
[[stories.promos]]
kind = "event"
title = "Breakfast, sponsored by Voltane"
starts = 2026-11-26
url = "https://quay.example/breakfast"
partner_content = false
partners = []
[[stories.promos]]
kind = "event"
title = "Breakfast, sponsored by Voltane"
starts = 2026-11-26
url = "https://quay.example/breakfast"
partner_content = true
partners = ["Voltane"]

[[stories]]
source = "sources/again.txt"
headline = "Crane drivers go back to work"
summary = []
url = "https://quay.example/cranes-back"
related = []
promos = []

[[stories]]
source = "sources/unheaded.txt"
url = "https://quay.example/unheaded"
related = []
promos = []
"""
DESK = {
    "digest.toml": SLIPS_NEWSROOM,
    "issues/one/issue.toml": LAST_WEEK,
    "issues/one/sources/fees.txt": FEES,
    "issues/two/issue.toml": SLIPS,
    "issues/two/sources/fees.txt": FEES,
    "issues/two/sources/cranes.txt": CRANES,
    "issues/two/sources/again.txt": CRANES,
    "issues/two/sources/unheaded.txt": " ".join(PARAGRAPHS[:3]) + f"\n\n{PARAGRAPHS[3]}\n",
}

# Nothing for the inbox to show

EMPTY = {
    "digest.toml": '[publication]\nname = "Quay Notes"\n',
    "issues/two/issue.toml": 'subject = ""\npreheader = ""\n[[stories]]\nsource = "sources/fees.txt"\n',
    "issues/two/sources/fees.txt": FEES,
}

# Sources of which their readers and summarisers have something to say

CUT = f"""<!doctype html><html lang=en><head><title>Board to replace its crane</title></head><body><main><article>
<h1>Board to replace its crane</h1><p>By Jo Tidewell</p>{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}
<section><h2>Subscribe to read the rest of this story</h2></section></article></main></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title>
<item><title>The lock is shut</title><link>https://quay.example/lock</link>
<description>The lock at Weir End was shut.</description></item>
<item><title>The lock is open</title><link>https://quay.example/open</link>
<description>The lock at Weir End was opened.</description></item></channel></rss>"""
MENDED = "\n".join(
    ("Board counts its sums", *PARAGRAPHS[:2], "The boardâ€™s sums were right, said the clerk.")
)
UNPLACED = "\n".join(("Harbour board buys a crane", "By Al Roe", *PARAGRAPHS, "Not everyone is happy"))
TWO = "\n".join((
    "Harbour board orders a crane", "By Al Roe", "3 June 2024", *PARAGRAPHS,
    "Crane driver wins national prize", "By Bea Nash", "4 June 2024", *PARAGRAPHS[:2],
))  # fmt: skip
MARKDOWN = f"""---
title: The board and its cranes
date: the day before yesterday
---

# Nine cranes too many

{PARAGRAPHS[0]}

{PARAGRAPHS[1]}

<!-- what the clerk said

{PARAGRAPHS[2]}
"""
SOURCES = {
    "digest.toml": f'[publication]\nname = "Quay Notes"\n{POSTAL}',
    "issues/two/issue.toml": "".join(
        f'[[stories]]\nsource = "sources/{name}"\nurl = "https://quay.example/{number}"\nrelated = []\n'
        for number, name in enumerate(
            ("cut.html", "feed.xml", "mended.txt", "unplaced.txt", "two.txt", "matter.md"), 1
        )
    ),
    "issues/two/sources/cut.html": CUT,
    "issues/two/sources/feed.xml": FEED,
    "issues/two/sources/mended.txt": MENDED,
    "issues/two/sources/unplaced.txt": UNPLACED,
    "issues/two/sources/two.txt": TWO,
    "issues/two/sources/matter.md": MARKDOWN,
}

# Summaries drafted by a model; a test lays the kept drafts beside them

DRAFTED = {
    "digest.toml": f'[publication]\nname = "Quay Notes"\n{POSTAL}',
    "issues/two/issue.toml": 'summariser = "llm:fake"\n'
    + "".join(
        f'[[stories]]\nsource = "sources/{name}.txt"\nurl = "https://quay.example/{name}"\nrelated = []\npromos = []\n'
        for name in ("fees", "cranes", "third")
    ),
    "issues/two/sources/fees.txt": FEES,
    "issues/two/sources/cranes.txt": CRANES,
    "issues/two/sources/third.txt": MENDED,
}
DRAFT = (
    "The harbour board will cut its berth fees by 10 per cent in October.\nThe cut will cost £90,000 a week."
)

# A footer that writes out what a provider wants to fill in itself, and names the reader

FOOTER_MJML = """<mj-text><div id="footer"><p>{{ publication.postal_address|join(" ") }}</p>
<p><a href="https://quay.example/unsubscribe">Leave</a> {{ merge("email") }}</p></div></mj-text>
"""
FOOTER = {
    "digest.toml": f'[publication]\nname = "Quay Notes"\n{POSTAL}',
    "templates/weekly/blocks/footer.mjml": FOOTER_MJML,
    "issues/two/issue.toml": '[[stories]]\nsource = "sources/fees.txt"\nurl = "https://quay.example/fees"\n',
    "issues/two/sources/fees.txt": FEES,
}

# A newsroom's own theme with everything wrong that a theme can have wrong

ISSUE_MJML = """<mjml lang="fr"><mj-head>
<mj-raw><style>.wide{display:grid}</style><style>/* {{ "x" * 17000 }} */</style></mj-raw>
</mj-head><mj-body background-color="#ffffff">
<mj-section><mj-column><mj-text color="#bbbbbb">
<p>Faint words that nobody with tired eyes is able to read in the sun</p>
<p><a href="#nowhere">Jump</a> <a href="https://quay.example/untracked">Our own front page, without its campaign</a></p>
<p>{{ "<mj-text>" | safe }}</p>
<p class="wide" style="display:grid">{{ stories[0].headline }} {{ "and more of it " * 8000 }}</p>
<img src="https://pixels.example/dot.gif" /><img src="images/quay.jpg" alt="" />
</mj-text></mj-column></mj-section></mj-body></mjml>
"""
ISSUE_TXT = f"""Only the text part has these words to say to its readers, and it says them in one line that nobody wraps.

<b>{{{{ stories[0].headline }}}}</b>

https://quay.example/only-in-the-text

{GTUBE}
"""
THEME = {
    "digest.toml": f'[publication]\nname = "Quay Notes"\nurl = "https://quay.example"\ntheme = "broken"\n{POSTAL}'
    '[utm]\nsource = "quay"\n',
    "templates/broken/theme.toml": 'base = "weekly"\ndescription = "Everything wrong"\n',
    "templates/broken/issue.mjml": ISSUE_MJML,
    "templates/broken/issue.txt": ISSUE_TXT,
    "issues/two/issue.toml": '[[stories]]\nsource = "sources/fees.txt"\nurl = "https://quay.example/fees"\n',
    "issues/two/sources/fees.txt": FEES,
}
