"""The words of a page's surroundings, as data for junk.py: phrases apart by bars, no patterns.

A phrase stands here only when no article's paragraph, crosshead or headline would be (`WHOLE`) or begin with
(`STARTS`) it: "back to top" may, "back to" may not ("Back to work plan stalls").
"""

WHOLE = {
    "share line": """jetzt teilen|teilen|drucken|merken|partager|imprimer|envoyer|compartir|imprimir
        |condividi|stampa
        |delen|afdrukken|dela|skriv ut|partilhar|compartilhar
        |share|shares|share article|share story|share it|tweet|pin|pin it|post|like|save
        |saved|save for later|save article|save story|bookmark|print|print page|print article
        |print story|copy link|link copied|copy url|copied|email|e-mail|mail|email article|send
        |send to a friend|pdf|download pdf|facebook|twitter|linkedin|whatsapp|reddit|bluesky|instagram
        |messenger|telegram|flipboard|pocket|x|threads|mastodon|add to favourites|add to favorites
        |gift article|gift this article|give this article|follow|following|social media|like us""",
    "comments": """comments are moderated|kommentare|kommentar schreiben|commentaires|commenter|comentarios
        |reacties|loading comments
        |comment|comments|no comments|no comments yet|reply|your comments|readers' comments
        |reader comments|add comment|discussion|sort by|newest|oldest|see all comments|hide comments
        |réagir|réagissez|read comments|comments closed|write a comment|top rated|most liked|best|most recent
        |report""",
    "advertisement": """advertisement|advertisements|advert|adverts|ad|ads|advertising|advertise
        |advertorial|sponsored|sponsor|sponsored links|sponsored post|sponsor message|promoted
        |promoted content|paid content|paid post|partner content|scroll to continue|ad feedback
        |remove ads|from our sponsor|from our sponsors|from our partners|commercial feature
        |a message from our sponsor|anzeige|werbung|publicité|publicidad|pubblicità|advertentie""",
    "navigation": """permalink|zur startseite|startseite|nach oben|zum seitenanfang|accueil|inicio
        |haut de page|click to enlarge
        |tap to enlarge|swipe for more|scroll for more|weiterlesen|lire la suite|leer más
        |home|homepage|menu|search|close|back|next|previous|more|top|back to top
        |return to top|previous post|next post|show more|load more|see more|view more|read more
        |continue reading|loading|play|play video|pause|mute|watch|gallery|view all|see all|show all
        |main menu|toggle navigation|sections|site map|sitemap|accessibility|help|faq|contact|contact us
        |about us|about|uk edition|us edition|international edition|enlarge|expand|view image
        |full screen|fullscreen|skip|share menu|show|hide|add topic|key events|show key events only
        |photo gallery|more photos|video player|breaking news|mark as read|select language|dark mode
        |add to reading list|saved to your reading list|increase text size|shop now|shop the story
        |buy the book
        |work for us|press releases|around the web|sponsored stories|thank you for subscribing
        |something went wrong
        |forwarded message|begin forwarded message|begin forwarded message:|original message
        |sent from my iphone
        |kind regards|best regards|best wishes|many thanks|regards|in today's issue|in today's edition
        |top story
        |basket (0)|bookmarked""",
    "login line": """réservé aux abonnés|abonnés|nur für abonnenten|anmelden|connexion|se connecter|inloggen
        |log in|login|log out|logout|sign in|signin|sign out|sign up|signup|register
        |register now|subscribe|subscribe now|subscribe today|my account|account|my profile|join
        |join now|free trial|members only|subscribers only|premium|premium content|subscriber content
        |subscriber only|exclusive to subscribers|become a member|donate|donate now|support us""",
    "listen line": """artikel anhören|vorlesen lassen|écouter l'article|listen|listen now|audio|read aloud
        |text to speech|text size|font size|aa|a a a
        |large text|audio version""",
    "page furniture": """report error|permissions|feedback|reprints|reprints & permissions
        |rights and permissions|terms & conditions|terms|privacy|privacy notice|cookies|legal|disclaimer
        |rss|rss feed|corrections|ends|notes to editors|translate|print edition|editorial standards
        |published|last updated|first published|last updated on|updated on|published on|posted on
        |for immediate release|embargoed
        |a+ a|a+|aa+
        |our standards|give feedback|end of article|ad choices|powered by|tags|topics|author
        |share your thoughts|quick links|useful links|follow us|connect with us|ends here""",
    "cookie notice": """accept|accept all|reject all|reject|manage preferences|i agree|i accept|got it
        |ok|agree|decline""",
}
STARTS = {
    "share line": """share this|share on|share via|share the article|click to share|tweet this|post this
        |print this|email this|e-mail this|email a friend|email a colleague|mail this|send this article
        |send this story|save this article|save this story|save this page|pin this|bookmark this
        |follow us on|follow @|like us on|find us on|copy this link|download this article
        |prefer us on|choose us on|make us your
        |facebook twitter|add us on|add as preferred|email to a|send to a|share to facebook|share to x""",
    "comments": """your views:|your say:|view all comments|comments are|all comments are|please keep comments
        |comments for this|comments on this|comments have been|discussion about this post
        |have your say|join the conversation|join the discussion|join the debate
        |leave a comment|leave a reply|leave your comment|post a comment|add your comment|add a comment
        |be the first to comment|log in to comment|sign in to comment|you must be logged in
        |you must log in|please log in to|please login to|comments (|comments are closed|comment on this
        |view comments|view all comments|show comments|jump to comments|let us know what you think
        |let us know in the comments|tell us what you think|what do you think?|report this comment
        |sort comments|your email address will not|readers' comments (""",
    "advertisement": """promoted by|content from our|reader offer|about this content|advertiser content
        |hosted content|skip advert|skip ad|sponsored:|promoted:|paid post:|paid content:|partner content:
        |advertorial:
        |commercial feature:|sponsored by|presented by|in association with|brought to you by
        |article continues below|story continues below|article continues after
        |story continues after|continue reading below|content continues below|scroll down to continue
        |sponsored content|paid for by|advertise with us|advertise on|paid partnership
        |this content is sponsored|this article is sponsored|this is a sponsored|advertisement -""",
    "newsletter prompt": """you are receiving this|you're receiving this|you received this
        |you have received this|if you no longer wish|forward to a friend|update your details
        |view this email|view in browser|view in your browser|enter email|you can unsubscribe
        |you are reading|you're reading|become a friend|become a patron|support our work|support our reporting
        |thanks for your feedback|thank you for your support|welcome back|available on apple podcasts
        |as an amazon associate|when you buy through|use of this site|use of this website
        |if you have been affected|have you been affected|are you affected|if you are affected
        |for help and support
        |for help, call|for confidential support|samaritans can be|to order a copy
        |test your knowledge|i agree to|keep reading for|continue reading for
        |already subscribed|unsubscribe|newsletter abonnieren|you have one free
        |start your subscription
        |manage your email|manage your subscription
        |sign up for|sign up here|sign up now|sign up below|sign up today
        |sign up free|sign me up|sign up to our|sign up to get|sign up to receive|subscribe to
        |subscribe for|subscribe here|subscribe now|subscribe and|subscribe today|register for free
        |register free|register now for free|register here|never miss|get our|get the latest
        |get unlimited|get this delivered|like what you|like this article|like this story|enjoying this
        |enjoyed this|want to read more|want to stay|want the latest|keep up to date
        |keep up with the latest|stay up to date|stay informed|stay in the know|stay updated
        |join our mailing|join our newsletter|join our whatsapp|join our telegram|join our channel
        |join our community|join thousands|join over|enter your email|your email|email address
        |by signing up|by subscribing|by submitting|by entering your|by clicking|become a subscriber
        |become a supporter|become a member|already a subscriber|already a member|already registered
        |not a subscriber|not a member|not registered|to continue reading|to read this article
        |to read this story|to read the full|you have reached|you've reached|you have read|you've read
        |this article is for subscribers|this content is for|support our journalism|support independent
        |unlock the full|unlock full|unlock all|support local journalism
        |start your free|try it free|create a free account|create an account|thank you for reading
        |thanks for reading|delivered to your inbox|free newsletter|newsletter sign
        |newsletter:|unlock this|subscribers can|don't miss out on""",
    "cookie notice": """we use cookies|this site uses cookies|this website uses cookies
        |our site uses cookies|our website uses cookies|this site uses|this website uses
        |we and our partners|by continuing to use|by continuing to browse|by using this site
        |by using our|we value your privacy|manage your cookie|manage cookies|cookies help
        |cookie settings|cookie preferences|cookie policy|accept cookies|accept all cookies
        |we've updated our privacy|we have updated our privacy|please enable|javascript is|your browser
        |manage consent|please turn on javascript|please enable javascript""",
    "author line": """read the most recent articles|view all posts|view posts by|view all articles
        |view more articles|see all posts|see all articles|all posts by|all articles by|all stories by
        |more by|more articles by|more posts by|more stories by|other articles by|other posts by
        |read more by|read more articles by|read all articles by|more from the author
        |more from this author|articles by|posts by|stories by|about the author|about the authors
        |about the writer|about author|contact the author|contact the reporter|follow the author
        |email the author|meet the author|follow this author|author bio|author profile|view profile
        |view author|see author|reporting by|additional reporting by|editing by|latest articles by
        |latest posts by|recent articles by""",
    "correction line": """contact the newsroom|contact the news team|contact the editor|contact our editor
        |request a correction
        |report an error|report a problem|report a correction|report a mistake
        |report this|spotted an error|spotted a mistake|see an error|found an error|noticed an error
        |suggest a correction|something wrong with|got a story|have a story|do you have a story
        |got a news tip|have a tip|got a tip|have a news tip|do you know more|contact us at|email us
        |get in touch|if you have a story|send us your|write to us|contact the newsdesk|contact our news""",
    "reader prompt": """next week:|next month:|next issue:|in our next issue|coming next week
        |coming next month|in next week's|in next month's""",
    "publication line": """editor's note:|correction:|clarification:|an earlier version of this
        |this website and associated|this newspaper adheres|the views expressed|views expressed in
        |the author has no|the authors have no|cite this article
        |some names have been changed|names have been changed|this article contains affiliate|disclaimer:
        |this article is part of|this story is part of|this piece is part of
        |this series is supported|this series is part of
        |first published in|first published on|first published by|first appeared in
        |originally published|originally appeared|originally posted|reprinted with|reprinted from
        |republished with|republished from|reproduced with|reprints and|published in the print
        |appeared in print""",
    "copyright line": """registered office|registered company|vat number|vat no|reuse this
        |reproduction in whole
        |copyright ©|copyright (c)|copyright of|© |(c) 19|(c) 20|all rights reserved
        |terms and conditions|terms of use|terms of service|privacy policy|no part of this
        |this material may not|this content is copyright|all content ©|our standards:
        |registered in england|company number|copyright -|copyright the |crown copyright|issn |printed from
        |printed on|downloaded from
        |retrieved from""",
    "syndication line": """with reporting from|with reporting by|with files from|with additional reporting
        |this story was produced|agency copy
        |with inputs from|with agency inputs|with input from|except for the headline
        |this story has not been edited|this article has not been edited|published from a wire
        |published from a syndicated|this is an unedited|auto-generated from|syndicated from|source: agencies
        |inputs from""",
    "tags": """themen:|thema:|schlagworte:|schlagwörter:|mots-clés|sujets :|étiquettes|temas:|etiquetas:
        |section:|sector:|companies mentioned|organisations mentioned|people mentioned|in the section
        |argomenti:|onderwerpen:|topics:|topic:|tags:|tag:|tagged:|tagged as|tagged with|tagged in
        |filed under|filed in
        |filed to|posted in|posted under|keywords:|categories:|category:|related topics|related tags
        |more on these topics|related companies|related organisations|related organizations|related people
        |people in this story|companies in this story|more about:|more on:
        |in this article:|in this story:|sectors:|regions:
        |see more on|explore more on|explore these topics|explore more topics|subjects:""",
    "navigation": """you are here|skip to next|back to the front|scroll down for|image 1 of|image 2 of
        |gallery:
        |click on the image|swipe left|swipe right|swipe to|continued overleaf|continued from|turn to page
        |archived from the|alt text:|skip to content|skip to main|skip to navigation|jump to content
        |jump to navigation|previous story|next story|previous article|next article|previous:|next:
        |view gallery|view slideshow|read full article|read full story|read the full article
        |read the full story|read the print edition|read in the print|read the e-paper|click here|tap here
        |continued on page|load more|show more|back to home
        |more stories""",
    "login line": """article réservé aux abonnés|cet article est réservé|log in to|log in or|login or
        |login to|sign in to|sign in or|register to read
        |register to continue|register for access|register with us|already have an account
        |this is a premium|you are not logged|you are logged|forgotten your password|forgot password
        |register or|subscribe or""",
    "listen line": """listen to this|listen to the article|listen to article|listen to story|hear this
        |reading time|read time|time to read|estimated reading|audio:|your browser does not support
        |text size""",
}
