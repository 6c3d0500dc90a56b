"""A small register of first names, for telling people from places and "he" from "she".

Written by hand: the frequent names of the English-speaking world and the better known ones of others.
A name of both sexes stands in `EITHER`.
"""

from typing import Final

from digest.extract.speech import words

_WOMEN: Final = words("""
abigail ada adele adriana agnes aileen aisha alana alexandra alexis alice alicia alina alison allison alma
amal amalia amanda amber amelia amina amira amy ana anastasia andrea angela angelina anita anna annabel anne
annette annie antonia anya april ariana asha ashley astrid audrey aung aurora ava ayesha azadeh barbara
beatrice beatriz becky belinda bella bernadette beth bethan bethany betty bianca birgit bonnie brenda
bridget brigitte brittany bronwen camila camilla candace carla carly carmen carol carole caroline carolyn
carrie cassandra catherine cathy catriona cecilia celia charlotte chelsea cherie cheryl chiara chimamanda
chloe christiane christina christine cindy clara clare claire claudia colette colleen constance consuelo
cora cordelia courtney cressida crystal cynthia daisy dana daniela danielle daphne dawn deanna debbie
deborah debra deirdre delia demi denise diana diane dolores donna dora doreen doris dorothy edith edna
eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella ellen ellie elsa elsie elspeth emilia
emily emma erica erika erin esme esperanza esther ethel eva eve evelyn faith farah fatima fatou felicity
fern fiona flora florence frances francesca freya gabriela gabriella gabrielle gail gayle gemma genevieve
georgia georgina geraldine germaine gertrude gillian gina ginny giovanna gisela gita giulia gladys glenda
gloria grace greta guadalupe gwen gwendolyn hannah harriet hazel heather heidi helen helena helene henrietta
hilary hillary hilda holly hope ida imelda imogen ines ingrid irene iris isabel isabella isabelle isla
isobel ivanka ivy jacinda jackie jacqueline jane janet janice janine jasmine jean jeanette jemima jemma
jennifer jenny jess jessica jill jo joan joana joanna joanne jocelyn jodie johanna josephine joy joyce juana
juanita judith judy julia juliana julie juliet june justine karen karin karina kate katharine katherine
kathleen kathryn kathy katia katie katrina katy kay kayleigh keisha kellyanne kerry khadija kimberley
kimberly kirsten kirsty kristen kristin kristina kylie lara latoya laura lauren laurie laverne leah leanne
leila lena leonie leticia lila lillian lily linda lindsay lisa liz liza lola loretta lorna lorraine louisa
louise lucia lucille lucinda lucy luisa lydia lynda lynn lynne lynsey mabel madeleine madeline magda maggie
maia malala mandy manuela marcia margaret margarita margot maria mariam mariana marianne marie marilyn
marina marion marisa marjorie marlene marsha marta martha martina mary maryam matilda maud maureen may maya
meena meera megan mehreen meghan mel melania melanie melinda melissa mercedes meredith meryl mhairi mia
michaela michele michelle mildred millie mimi minnie mira miranda miriam moira mollie molly mona monica
monique muriel myra nadia nadine nancy naomi natalia natalie natasha nell nicola nicole nigella nina noor
nora noreen norma octavia olga olive olivia pamela patience patricia patsy patti paula paulette pauline
pearl peggy penelope penny petra philippa phoebe phyllis pippa polly portia preeti priti priya priyanka
prudence rachael rachel ramona rania rashida rebecca regina rekha renata renee rhiannon rhoda rhona rita
roberta rosa rosalind rosamund rosanna rose roseanna rosemary rosie rowena roxana roxanne ruby ruth sabrina
sadie sadiya sally samantha samira sandra sara sarah sasha saskia savannah serena shabana shami shanice
shannon sharon sheila shelley sheryl shirley shona siobhan sofia sonia sonja sophia sophie stacey stella
stephanie sue susan susanna susannah susie suzanne svetlana sybil sylvia tabitha tamara tamsin tania tanya
tara tasha tatiana teresa tessa thelma theresa therese tiffany tina toni tracey tracy tricia trudy tulip una
ursula valentina valerie vanessa venetia vera verity veronica vicki vicky victoria viola violet virginia
vivian vivienne wanda wendy whitney wilhelmina winifred yasmin yolanda yvette yvonne zahra zainab zara
zeinab zoe zsuzsanna melezia kirstjen nikki condoleezza donatella ebony hailey huma jada kamala kelsey mazie
nan rihanna sonya tammy tulsi valarie
""")

_MEN: Final = words("""
aaron abdul abdullah abraham abu adam adrian ahmad ahmed aidan alan alastair albert alejandro aleksandr
alessandro alexander alexei alf alfonso alfred ali alistair allan allen alun alvin amir anders andre andreas
andrei andres andrew andy angelo angus anil ansel anthony antoine anton antonio anwar archie arjun armando
arnold arthur arturo arun asif austin barack barney barry bart bashir ben benedict benjamin bernard bernie
bert bilal bill billy bjorn bob bobby boris brad bradley brandon brendan brent brett brian bruce bruno bryan
byron callum calvin cameron carl carlos cecil cedric cesar chad charles charlie chester chuck clarence clark
claude clay clayton clement cliff clifford clinton clive clyde cody colin conor conrad corey cornelius craig
curtis cyril cyrus damian damien dan daniel danny dariusz darrell darren dave david dean declan deepak denis
dennis derek dermot desmond dexter dick diego dieter dietmar dimitri dinesh dirk dmitri dmitry dominic don
donald doug douglas duncan dustin dwayne dwight dylan eamonn earl ed eddie edgar edmund eduardo edward edwin
elias elijah elliot elliott ellis elon elvis emeka emil emilio emmanuel enda enrique enzo eric erik ernest
ernesto ethan euan eugene evan ewan ewen fabian fabio faisal felipe felix ferdinand fergus fernando fidel
finlay finn floyd francesco francis francisco francois frank franz fred freddie frederick fritz gabriel
gareth garry gary gavin gene geoff geoffrey george gerald gerard gerhard gerry giles giovanni giuseppe glenn
glyn gordon graeme graham grant greg gregg gregor gregory guillermo gunter gus guy habib hamid hamish hank
hans harold harry harvey hassan hector heinrich helmut henri henry herbert herman hiroshi horace howard
hubert hugh hugo humphrey hussein iain ian ibrahim igor imran isaac ismail ivan jack jacob jacques jaime
jake jamal james jamil jan jared jason javier jay jed jeff jeffrey jens jeremiah jeremy jerome jerry jesse
jesus jim jimmy joachim joao joe joel johan johann john johnny jon jonas jonathan jonny jorge jose josef
joseph josh joshua juan jude julian julio junaid jurgen justin kamal karl karim keir keith ken kenneth kent
kevin khalid kieran kofi konrad kumar kurt kwame kwasi kyle lachlan lance larry lars laurence lawrence lee
leo leon leonard leonardo leroy les lester lewis liam lindsey lionel lloyd louis luca lucas luigi luis luka
lukas luke luther magnus mahmoud malcolm manfred manuel marc marcel marco marcus mario marius mark marlon
marshall martin marvin massimo mathias matt matteo matthew matthias maurice max maximilian mehmet mervyn
michael michel miguel mike mikhail milan miles milo milton mitch mitt mohamed mohammad mohammed monty
mordecai moritz morris moses mostafa muhammad mustafa nathan nathaniel ned neil nelson newt nicholas nick
nicolas nicolaus nigel nikolai noah noel norman oleg oliver olivier omar oscar osman otto owen pablo paddy
paolo pascal patrick paul pavel pedro pete peter phil philip philippe phillip pierre piers piotr prakash
quentin rafael raj rajesh ralph ramon randall randolph randy raoul rashid raul ravi ray raymond reece reg
reggie reginald reince reinhard rene rex rhys ricardo richard rick ricky rob robbie robert roberto rod
roderick rodney rodrigo roger roland rolf roman ron ronald ronan ronnie rory ross rowan roy rudolf rudy
rufus rupert russell ryan sadiq sajid salman salvador samir samuel sandeep sandy sanjay santiago satoshi
scott sean sebastian sergei sergey sergio seth shane shaun simon stan stanley stefan stephen steve steven
stuart sunil suresh sven takeshi tariq ted terence terrence terry theo theodore thierry thomas tim timothy
tobias toby todd tom tomas tommy tony travis trevor tristan tyler tyrone ulrich umar usman vaughan vernon
victor vijay vikram vince vincent viktor vladimir wallace walter warren wayne wei werner wes wesley wilfred
wilhelm will willem william willie winston wolfgang woody xavier yannick yasser yousef yusuf yuri zac zach
zachary zaheer abdi bashar bakari dinkar gennady jair juncker ludovic mariano narendra olaf pervez recep
shinzo tayyip volodymyr xi branden rudolph harmeet herschel
""")

EITHER: Final = words("""
alex andi ariel ashton aubrey avery bailey beverly billie blair brett brook cameron casey chris corey dale
darcy dominique drew eden elliot evelyn francis frankie gale harper hayden jaime jamie jan jean jess jesse
jo jodie jordan joss jude kai kelly kelsey kerry kim kit kris laurie lee leigh lesley leslie lindsay lindsey
loren lynn mackenzie marion max meredith mel morgan nicky noel pat paris parker peyton quinn ray reese riley
robin ronnie rory rowan sam sandy sasha shannon shay shelby sidney skyler stacy stevie sydney taylor terry
toni tracy val vivian yuki april may june grant chase clinton mark
""")
WOMEN: Final = _WOMEN - EITHER | {"may", "april", "june"}
MEN: Final = _MEN - EITHER - WOMEN | {"mark", "grant"}
FORENAMES: Final = WOMEN | MEN | EITHER


def gender(forename: str) -> str:
    """`"f"`, `"m"`, or `""` where the name does not tell."""
    name = forename.casefold()
    if name in WOMEN:
        return "f"
    return "m" if name in MEN else ""
