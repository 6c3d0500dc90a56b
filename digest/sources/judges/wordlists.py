"""Lists of words that the rules look lines up in, as data: a line of words, white space apart."""

# Words in a block's heading that point away from the story.
POINTING_WORDS = """
related recommended trending popular archive archives picks pick choice miss missed elsewhere also more
latest top next further similar featured recent read viewed shared discussed reading commented series
links see others thema interessieren aussi même también leggi correlati ook lesen mehr weitere meer lus lues
meistgelesen meistgelesene leído leídas letti gelezen lidas lidos läst
populaire relacionadas relacionados verwandte auch favourites favorites interesar également other
"""
# Other words that headings of blocks are made of.
HEADING_WORDS = """
a an the in on of for from to this that these our your you us we site web website week day month today
now here section topic topics theme story stories article articles news headlines headline content like
liked might may enjoy enjoyed interested be around across editor's editors editors' editor don't didn't
dont it case features feature analysis link posts post explore keep continue must reads best hot what's
others people are is viewing everyone what else subject coverage full author by video videos insight
insights opinion updates events resources and most stay get up informed promoted sponsored you'll love
issue edition other new past previous earlier happening making picked selected suggestions suggested i'm
have missed products events companies suppliers plus più lo i meest mest mais
stories subscriber subscribers reader readers desk editorial
das könnte sie zum dem der die artikel beiträge nachrichten dazu à a lire sur le la les sujet dans rubrique
articles
nos vous pourriez aimer te puede interesar más noticias sobre este tema lea anche altri articoli dit over
onderwerp
lees läs också mer mais leia lectures dossier voir
"""
# Words that say what somebody does.
ROLES = """
editor reporter correspondent writer columnist journalist director minister manager contributor analyst
staff freelance professor ceo president partner officer head chief chair chairman chairwoman leader
secretary specialist consultant author blogger producer presenter intern lecturer economist engineer surveyor
architect lawyer solicitor
barrister fellow scientist researcher spokesman
spokeswoman founder adviser advisor executive critic host bureau desk team newsroom features reporters
correspondents editors redaktion rédaction
"""
# Bylines of one word that are nobody's name.
AGENCIES = """
reuters afp ap pa dpa ansa efe tass xinhua upi aap bloomberg anon anonymous staff editorial team
newsdesk agencies
"""
# Capitalised words that stand in section labels and headlines, never in a name.
NOT_NAMES = """
news analysis opinion comment features feature exclusive interview local government health housing
technology business politics policy economy education environment transport energy world home sport
culture science latest breaking review report special update updates press release market markets
finance security digital council councils the a an of to in on for with why how what who when where is
are new next more social care public private sector industry week daily weekly today magazine times post
journal chronicle gazette quarterly ledger monthly print edition issue
warum wie was wer wo pourquoi quand waarom hoe wat
"""
# Verbs as headlines use them.
NEWS_VERBS = """
accuses admits agrees aims announces appoints approves argues asks attacks backs bans bars beats begins
bids blames blasts blocks boosts breaks brings calls cancels claims clears closes collapses comes
condemns confirms considers criticises criticizes cuts debuts defends delays demands denies dies
dismisses doubles drops eases eclipses ends enters expands explodes faces fails falls fears fights files
finds fires gains gets gives goes grows halts heads helps hints hires hits holds honours hopes hosts
insists introduces invests joins jumps keeps kicks kills lands launches leads leaves lifts looks loses
makes meets merges misses moves names needs offers opens orders outlines overtakes pays pledges plunges
praises predicts prepares promises proposes pulls pushes puts quits raises reaches rebuts recalls
recommends rejects remains replaces resigns returns reveals reviews rises rules runs saves says scraps
secures seeks sees sells sets settles shows shuts signs slams slips slumps soars spends splits starts
stays steps stops strikes struggles suffers sues supports surges suspends takes targets tells tests
threatens tightens tops tries triggers turns unveils upholds urges vows wants warns wins withdraws works
axes adds buys hails joins outspent rapped boosted named hit set cut wins weighs tackles rallies
revisits explores expects eyes defies courts cheers probes mulls retires votes collapses widens sinks reopens
climbs tumbles trebles halves dips edges walks hands swaps bows rolls slows speeds nears passes skips trims
sheds
drifts reopens doubts divides splashes overhauls rethinks recovers rebounds shrinks narrows clashes disputes
"""
# Words that section labels are made of.
SECTIONS = """
news analysis opinion comment features feature exclusive interview interviews blog blogs column columns
editorial letters review reviews local government health housing technology tech business politics
policy economy education environment transport energy world home sport culture science finance money
markets property law legal media retail farming agriculture logistics construction planning
infrastructure regulation workforce people jobs careers events video podcast podcasts press release
update live special report briefing latest breaking international national regional uk us europe central
civil service defence security digital data cloud social care public private sector procurement pensions
skills leadership insight insights research case study long read explainer q&a guest post sponsored
industry innovation ai and & the of in mental community councils schools universities nhs food arable
livestock dairy rail road aviation shipping freight supply chain safety sustainability net zero climate
research top story must obituary obituaries stage theatre books arts
first person big deep dive depth profile essay essays dispatch notebook diary notes field guest weekend look
"""
# Words that nothing but a site's menu is made of.
MENU_WORDS = """
home news sport opinion business politics culture lifestyle travel weather video videos podcast podcasts
archive shop
store jobs events latest issue issues magazine newsletters newsletter subscribe search menu login about
contact
puzzles games crosswords announcements property motors dating obituaries essays reviews arts books tech
science
health money markets world local national comment features what's on
"""
# Months and weekdays.
CALENDAR = """
january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday
"""
# Words that say nothing of a text's matter.
COMMON_WORDS = """
with that from this have will what when which their about after over into more says said than been were
they them then there these those would could should might must also just only some such very your yours
what's where who's whose while because before between under against being does doing down each every
first good great here home however last like long made make many most much need needs never next news
once other our ours people plan plans said same since still take than that's their time today took year
years week weeks month months work working
"""
# What a page orders its reader to do.
PROMPT_VERBS = """
read view see get join follow share email print save sign subscribe register log download click tap
listen watch report leave post add tell send contact support donate become try start unlock access visit
browse receive comment write explore discover find buy order connect like stay don't never rate manage
continue
skip turn allow enlarge expand vote take enter translate call test play
recevez abonnez-vous inscrivez-vous suivez partagez lisez lesen abonnieren folgen lees lea leggi suscríbete
"""
# First words of a page's question to its reader.
ASKING_WORDS = """
want like liked enjoy enjoying enjoyed find found have got would did do know need looking love loved missed
seen spotted is was are interested
"""
# What pages deliver.
DELIVERED = """
newsletter newsletters inbox inboxes email emails e-mail e-mails e-paper app bulletin briefing briefings
alerts
edition magazine subscribers updates podcast podcasts editions mailbox infolettre postfach nieuwsbrief
nyhetsbrev
boletín e-mail-newsletter d'information
"""
# What a page shows or sells; an order of nothing but these is a button.
PAGE_THINGS = """
a an the our your this full now here today for of all to more off on down in section
article story page pdf report list gallery picture image images photo photos video quiz competition poll
crossword
tickets ticket advertisement advert ad notifications alerts comments recording transcript magazine supplement
"""
NETWORKS = """
x twitter facebook linkedin instagram bluesky mastodon threads whatsapp telegram youtube tiktok reddit news
xing
"""
# Orders of other languages, and what they are about; the order may stand anywhere in its line.
FOREIGN_ORDERS = """
abonnieren anmelden bestellen teilen drucken versenden empfehlen merken weiterempfehlen kommentieren recevez
suivez-nous réagir schrijf abonnez-vous inscrivez-vous s'abonner s'inscrire partagez partager imprimer
envoyer offrir écouter sauvegarder anhören suivez commenter suscríbete
suscríbase compartir imprimir enviar recibe recibir iscriviti condividi stampa invia inschrijven delen deel
afdrukken abonneer prenumerera dela assine receba compartilhar compartilhe abonnér tilmeld del
"""
FOREIGN_THINGS = """
artikel newsletter seite beitrag e-mail email mail lettre infolettre l'article article page boletín noticia
noticias artículo nieuwsbrief nyhetsbrev noticias artigo articolo pagina página meldung freunde ami amigo
"""
# Phrases of longer prompts.
PROMPT_PHRASES = """our newsletter|reader-supported|new posts|paid subscriber|support my work|our website
        |our site|bookmark|sign up for|subscribe to|our app|your inbox
|keep you informed|follow us|breaking news|free account|unsubscribe|our journalism|become a member|our readers
|log in|our community|your email|support us|in touch"""
# Words of share buttons.
BUTTONS = """
share tweet facebook twitter linkedin whatsapp email e-mail print pinterest reddit copy bookmark
telegram messenger xing instagram tumblr flipboard bluesky threads pocket reply
"""
# Words that stand among those of share buttons.
BESIDE_BUTTONS = """
x link save like pin post mail sms comment comments on via to and or this article page story icon button
more rss feed line weibo google google+ plus follow us by with size text a report flag
"""
# A language's code and its commonest small words; languages are parted by bars.
SMALL_WORDS = """
en = the of and to in that is was for on with he it as his at by be have from this had are but not they
which would said will
|fr = le la les des et en un une du que qui dans pour est pas sur au plus par avec ce il sont aux cette
ont été mais nous
|de = der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden
aus er hat dass sie nach wird bei
|es = el la los las del y en que un una por con para es se al lo como más pero sus le ha este son fue
entre también está
|it = il la di che e in un una per con non del della dei è si le i gli nel alla sono anche più da ha
come delle dal
|nl = de het een van en in is dat op te zijn met voor niet die aan er om ook als bij dan nog maar uit
door over worden naar
|pt = o a os as de do da em um uma que e para com não por mais dos das ao se na no como mas foi são pela
pelo à
|sv = och att det som en på är av för med den till inte om ett han men var jag sig från vi så kan när
hon ska har
|da = og i at det en den til er som på de med han af for ikke der var mig sig men et har om vi fra blev
kan
|no = og i det på som er en til å av for at med den har ikke de var men et om vi fra han seg jeg ble
skal
|pl = i w na z do że się nie jest to o jak po dla co ale od przez przy oraz są za ich był tym tego
"""
# Words that no headline ends with: the next line goes on.
LEANING_WORDS = """
a an the and or but nor of to in on at by for from with into over under after before as than that which who
whose is are was were be been has have had will would can could may its their his her our your my this
these not no says und oder der die das ein eine mit von für auf im et ou de du des le la les un une à au
aux y o del los las el una en con por para
"""
# Words that lead to an author's address.
CONTACT_WORDS = """
email e-mail contact reach follow twitter x bluesky linkedin instagram facebook mastodon mail tweet tweets
on him
her them the writer author reporter journalist at and or to via us me here threads editor
"""
# Words of a promo's line about admission.
ADMISSION_WORDS = """
free places tickets kostenlos kostenfrei gratuit gratuite gratis online registration register teilnahme
anmeldung
inscription lunch cpd delegates attend rsvp
"""
# What a page tells of its own text's publication.
PUBLISHED_WORDS = """
free subscribers published edited available sponsored member members premium syndicated staff translated
updated corrected amended originally first appeared appears also from produced reproduced funded republished
adapted posted exclusive supported part condensed abridged contain contains affiliate
"""
# What a page leads back to.
LIST_WORDS = """
news home top articles stories results list index blog homepage menu search
"""
