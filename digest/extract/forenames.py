"""A small register of first names, for telling people from places and "he" from "she".

Written by hand: the frequent names of the English-speaking world and the better known ones of others. A
name of both sexes stands in `EITHER`.
"""

from typing import Final

from digest.extract.speech import words

_WOMEN: Final = words("""
abigail ada adaeze adele adriana agnes agnieszka aileen aino aisha akiko alana alexandra alexis alice
alicia alina alison allison alma amal amalia amanda amara amber amelia amina amira amy ana anastasia
andrea angela angelina angharad anita anja anjali anke ann anna annabel anne annette annie antonia anya
aoife april ariana asha ashley astrid audrey aung aurora ava ayesha azadeh barbara bea beatrice beatriz
becky belinda bella bernadette beth bethan bethany betty bianca birgit birte bonnie brenda bridget
bridgetta brigitte brittany bronagh bronwen camila camilla candace carla carly carmen carol carole
caroline carolyn carrie carys cassandra catherine cathy catrin catriona cecilia celia charlotte charmaine
chelsea cherie cheryl chiara chimamanda chioma chloe christiane christina christine ciara cindy claire
clara clare claudia colette colleen condoleezza connie constance consuelo cora cordelia courtney cressida
crystal cynthia daisy dana daniela danielle daphne dawn deanna debbie deborah debra deepa deirdre delia
demi denise diana diane dolly dolores donatella donna dora doreen doris dorothy ebba ebony edith edna
eileen eilidh elaina elaine eleanor elena elisa elisabeth elise eliza elizabeth ella ellen ellie elsa
elsie elspeth emilia emily emma emmeline erica erika erin esme esperanza esther ethel eva eve evelyn ewa
faith farah farzana fatima fatou fay faye felicity fern ffion fiona fleur flora florence folake frances
francesca freda freya gabriela gabriella gabrielle gail gayle gaynor gemma genevieve georgia georgie
georgina geraldine germaine gertrude gillian gina ginny giovanna gisela gita giulia gladys glenda gloria
grace grainne greta guadalupe gudrun gwen gwenda gwendolyn hailey hannah harriet haruka hazel heather
heidi heike helen helena helene heloise henrietta hilary hilda hillary holly hope huma ida imelda imogen
ines ingrid irene iris isabel isabella isabelle isla isobel ivanka ivy jacinda jackie jacqueline jacquie
jada jane janet janice janine jasmine jean jeanette jeannette jemima jemma jennifer jenny jess jessica
jill jo joan joana joanna joanne jocelyn jodie johanna josephine josie joy joyce juana juanita judith judy
julia juliana julie juliet june juno justine justyna kamala karen karin karina katarzyna kate kath
katharine katherine kathie kathleen kathryn kathy katia katie katrina katy kavita kay kaye kayleigh keeley
keiko keisha kellyanne kelsey kemi kerry kerstin khadija kiera kimberley kimberly kirsten kirstie kirstjen
kirsty kristen kristin kristina kylie lakshmi lara latoya laura lauren laurie laverne leah leanne leena
leila lena leonie leonora leticia lettie lila lillian lily linda lindsay lindy linnea lisa liv liz liza
lois lola loretta lorna lorraine lottie lou louisa louise lowri lucia lucille lucinda lucy luisa lydia lyn
lynda lynette lynn lynne lynsey mabel madeleine madeline madge magda magdalena maggie maia mairead maja
malala malgorzata mandy manuela marcella marcia margaret margarita margery margot marguerite maria mariam
mariana marianne marie marilyn marina marion marisa marjorie marlene marnie marsha marta martha martina
mary maryam matilda maud maureen maxine may maya mazie meena meera megan meghan mehreen mei mel melania
melanie melezia melinda melissa mercedes meredith merle meryl mhairi mia michaela michele michelle mildred
millie milly mimi mina minna minnie mira miranda miriam moira mollie molly mona monica monika monique moya
muriel myra nadia nadine nan nancy nanette naoko naomi natalia natalie natasha naz nazia nell neve ngozi
nia niamh nicola nicole nigella nikki nina nisha noor nora noreen norma nusrat octavia odette olga olive
olivia olufunke orla orlaith ottilie paivi paloma pamela parveen patience patricia patsy patti paula
paulette pauline pearl peggy penelope penny peta petra philippa phoebe phyllis pia pippa polly pooja
portia preeti priti priya priyanka prudence rachael rachel ragnhild ramona rania rashida rebecca regina
rekha renata renee rhiannon rhoda rhona rihanna rishika rita roberta roisin rosa rosalie rosalind rosalyn
rosamund rosanna rose roseanna rosemarie rosemary rosie rosina rowena roxana roxanne ruby rukhsana rupa
ruth sabine sabrina sacha sadia sadie sadiya saima sakura sally samantha samira sandra sara sarah sasha
saskia savannah seema selina serena shabana shabnam shami shana shanice shannon sharon shauna shazia
sheena sheila shelley sherry sheryl shilpa shirley shona sian sigrid silke sinead siobhan sofia solveig
sonia sonja sonya sophia sophie stacey stella stephanie sue suella suki sukie sunita sunniva susan susanne
susanna susannah susie suzanne svetlana sybil sylvia tabitha tamara tammy tamsin tania tanisha tanya tara
tasha tatiana teresa tessa thea thelma theresa therese tiffany tilly tina toni tracey tracy tricia trish
trisha trudy tulip tulsi tuula ulrike una ursula usha valarie valentina valeria valerie vanessa venetia
vera verena verity veronica vicki vicky victoria viola violet virginia viv vivian vivienne wanda wendy
whitney wilhelmina winifred xiu yasmin yetunde yolanda yumi yvette yvonne zahra zainab zara zeinab zelda
zena zoe zsuzsanna
hester ingunn kari maeve nerys
""")

_MEN: Final = words("""
aaron abdi abdul abdullah abraham abu adam ade adrian ahmad ahmed aidan akira alan alasdair alastair
albert aled alejandro aleksandr alessandro alexander alexei alf alfonso alfred ali alistair allan allen
alun alvin amir amit anand anders andre andreas andrei andres andrew andrzej andy angelo angus anil
aniruddha ansel anthony antoine anton antonio antti anwar archie arjun armando arnold arthur arturo arun
arvind ashok ashwin asif augustus austin axel aziz babatunde bakari barack barnaby barney barry bart
bartosz bashar bashir ben benedict benjamin benoit bernard bernd bernie bert bertie bharat bilal bill
billy bjorn bo bob bobby boris brad bradley branden brandon brendan brent brett brian bruce bruno bryan
byron callum calum calvin cameron carl carlos caspar cathal cecil cedric cesar chad chandra charles
charlie chester chidi chuck ciaran clarence clark claude clay clayton clement cliff clifford clinton clive
clyde cody colin colm conor conrad corey cormac cornelius craig curtis cuthbert cyril cyrus dafydd damian
damien dan daniel danny dante darius dariusz darrell darren dave david dean declan deepak denis dennis
denzil derek dermot desmond detlef dewi dexter diarmuid dick diego dieter dietmar digby dimitri dinesh
dinkar dirk dmitri dmitry dominic dominick don donal donald doug dougal douglas duncan dustin dwayne
dwight dylan eamon eamonn earl ed eddie edgar edmund eduardo edward edwin elias elijah elliot elliott
ellis elon elvis emeka emil emilio emlyn emmanuel emrys enda enrique enzo eoin eric erik ernest ernesto
ethan euan eugene evan ewan ewen ezra fabian fabio fabrice faisal faraz felipe felix ferdinand fergus
fernando fidel finlay finn fintan fionn fitz fletcher floyd francesco francis francisco francois frank
franz fraser fred freddie frederick fredrik fritz gabriel ganesh gareth garry gary gavin gene gennady
geoff geoffrey george geraint gerald gerard gerhard gerry gethin gil giles giovanni giuseppe glenn glyn
gopal gordon govind graeme graham grant greg gregg gregor gregory grzegorz guillaume guillermo gunter
gunther gus gustav guy gwyn habib hadrian hal hamid hamish hamza hank hans harish harmeet harold haroon
harris harrison harry harvey hassan hector heinrich heinz helmut hemant henri henrik henry herbert herman
herschel hew hiro hiroki hiroshi holger horace howard hubert hugh hugo humphrey humphry hussein huw hywel
iain ian ibrahim idris ieuan igor ike imran imtiaz innes iolo isaac ismail ivan iwan jacek jack jacob
jacques jagdish jaime jair jake jakub jamal james jamil jan jared jason jatin javed javier jay jed jeff
jeffrey jem jens jeremiah jeremy jerome jerry jesse jesus jethro jim jimmy joachim joao jock joe joel
johan johann john johnny jon jonas jonathan jonny jonty jools jorge jose josef joseph josh joshua juan
jude jukka julian julio junaid juncker jurgen justin kamal kane kapil karan karim karl kashif keir keith
kelvin ken kenji kenneth kent kevin khalid khalil kieran kimi kingsley kiran klaus knut kofi kojo konrad
krzysztof kumar kurt kwabena kwame kwasi kyle lachlan lalit lance larry lars laurence laurent lawrence lee
leif leighton lennie lenny leo leon leonard leonardo leroy les lester lewis liam lindsey linus lionel llew
lloyd lorenzo louis luca lucas lucian ludovic luigi luis luka lukas lukasz luke luther lyndon maciej
magnus mahesh mahmood mahmoud malcolm manfred manish manoj mansour manuel marc marcel marco marcus marek
mariano mario marius mark marlon marshall martin marty marvin massimo mathias matt matteo matthew matthias
matti matty maurice max maximilian maxwell mazen mehmet mervyn michael michel mick mickey miguel mika
mikael mike mikhail milan miles milo milton ming mitch mitt mohamed mohammad mohammed mohan monty mordecai
moritz morris morten moses mostafa muhammad mukesh murdo mustafa myles nabil nadeem narendra naresh nasser
nat nathan nathanael nathaniel naveed ncuti ned neil nelson nev neville newt niall nicholas nick nicolas
nicolaus nigel nikhil nikolai nils nitin noah noel norman nye oisin olaf oleg oliver olivier olu omar
orlando osama oscar oskar osman oswald otis otto owain owen pablo paddy padraig pankaj paolo parag pascal
patrick paul pavel pawel pedro pekka pervez pete peter phil philip philippe phillip pierre piers piotr
piyush prakash pranav pratap praveen qasim quentin quincy raf rafael rafiq rahul raj rajan rajesh rajiv
rakesh ralf ralph ramesh ramon randal randall randolph randy ranjit raoul rashad rashid rasmus raul ravi
ravindra ray raymond recep reece reg reggie reginald reince reinhard rene reuben rex rhodri rhys ricardo
richard rick ricky rikki rishi ritchie rizwan rob robbie robby robert roberto rod roddy roderick rodney
rodrigo roger rohan rohit roland rolf roman ron ronald ronan ronnie ronny rory ross rowan roy royston
ruairi ruaridh rudi rudolf rudolph rudy rufus rupert russell rusty ryan ryder saad sachin sadiq sajid
saleem salman salvador sameer samir sammy samuel sandeep sandip sandro sandy sanjay sanjeev santiago
satish satoru satoshi saul scott seamus sean sebastian sebastien segun sergei sergey sergio seth shahid
shane sharif shashi shaun shekhar shinzo shyam sid siddharth silas simeon simon sipho sonny soren spencer
sridhar stan stanley stefan stephen steve steven stewart struan stu stuart subhash sudhir sumit sunil
surendra suresh sven sverre sylvester tahir takashi takeshi tarek tariq tarquin tarun tayyip ted tendai
terence terje terrence terry thabo thaddeus theo theodore thierry thomas thorsten tim timo timothy tobias
toby todd tom tomas tomasz tommy tony torsten travis trevor tristan tristram troy tunde tyler tyrone tyson
uday ulrich umar umesh usman uwe varun vaughan venkat vernon vic victor vijay vikas vikram viktor vinay
vince vincent vinny vinod vivek vladimir volodymyr walid wallace wally walter waqar warren warwick wasim
wayne wei werner wes wesley wilf wilfred wilhelm will willem william willie winston wojciech wolfgang
woody xander xavier xi yann yannick yash yasin yasser yousef youssef yuri yusuf yves zac zach zachary zack
zaheer zahid zak ziad zubair
farid anselm torstein benedikt
""")

EITHER: Final = words("""
alex andi april ariel ashton aubrey avery bailey beverly billie blair brett brook cameron casey chase
chris clinton corey dale darcy dominique drew eden elliot evelyn francis frankie gale grant harper hayden
jaime jamie jan jean jess jesse jo jodie jordan joss jude june kai kelly kelsey kerry kim kit kris laurie
lee leigh lesley leslie lindsay lindsey loren lynn mackenzie marion mark max may mel meredith morgan nicky
noel paris parker pat peyton quinn ray reese riley robin ronnie rory rowan sam sandy sasha shannon shay
shelby sidney skyler stacy stevie sydney taylor terry toni tracy val vivian yuki
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
