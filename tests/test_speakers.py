import pytest

from digest.extract.keyquotes import SURE
from digest.extract.quotes import find_quotes
from digest.sources.capture import Capture
from digest.sources.pasted.article import read
from pages import article

# Awkward passages of the trade press: paragraphs, then for each quotation its first words, the speaker and the role
# (None: not asked). Every one stands for a way of attributing, none for a page.
PASSAGES = {
    "single marks with apostrophes and an apposition": (
        (
            "‘We don’t believe the ministers’ plan will work,’ said Jane Smith, chief executive of the Harbour Trust. ‘It’s too slow.’",
        ),
        [("We don’t believe", "Jane Smith", "chief executive of the Harbour Trust")],
    ),
    "a doctor tells delegates": (
        (
            "'It won't fix the suppliers' problem,' Dr Amir Khan told delegates at the Leeds conference on Tuesday.",
        ),
        [("It won't fix", "Dr Amir Khan", "")],
    ),
    "a spokesperson of a body": (
        ("A Treasury spokesperson said: “We keep all taxes under review and will respond in due course.”",),
        [("We keep all", "Treasury spokesperson", "")],
    ),
    "a department in reported speech": (
        (
            "The department said in a statement that it was “working at pace to resolve the backlog of claims”.",
        ),
        [("working at pace", "department", "")],
    ),
    "two speakers in one paragraph with a particle name": (
        (
            "“The tender was a shambles,” said Cllr Maureen O'Neill. Her deputy, Tom van der Berg, disagreed: “It was the fairest contest we have run.”",
        ),
        [("The tender was", "Cllr Maureen O'Neill", None), ("It was the fairest", "Tom van der Berg", None)],
    ),
    "a woman and a man by their pronouns": (
        (
            "Sarah Whitcombe, who leads the digital team, met Peter Lund, head of data at Norvik, last week.",
            "“We agreed on most of it,” she said.",
            "“The rest will follow in spring,” he added.",
        ),
        [("We agreed", "Sarah Whitcombe", None), ("The rest will", "Peter Lund", "head of data at Norvik")],
    ),
    "a lord": (
        ("Lord Ashdale warned peers the bill was “a charter for bad landlords and worse developers”.",),
        [("a charter for", "Lord Ashdale", "")],
    ),
    "a baroness with a double name": (
        ("“I will not be voting for it,” Baroness Finlay-Cross told the House. “Nobody should.”",),
        [("I will not be", "Baroness Finlay-Cross", "")],
    ),
    "according to a name with al": (
        (
            "“Our members feel let down,” according to Yusuf al-Khatib, general secretary of the Union of Port Workers.",
        ),
        [("Our members", "Yusuf al-Khatib", "general secretary of the Union of Port Workers")],
    ),
    "letters outside ascii and a post": (
        (
            "Björn Ödegård, finance director at Fjordkraft, wrote on LinkedIn: “We have paid every supplier on time this year.”",
        ),
        [("We have paid", "Björn Ödegård", "finance director at Fjordkraft")],
    ),
    "a report speaks": (
        (
            "A report by the Institute for Ports said: “The quays will be full by 2031 unless capacity is added.”",
        ),
        [("The quays will", "report by the Institute for Ports", None)],
    ),
    "initials inside brackets": (
        ("J. P. Morton, a rail analyst, was blunter (“It is money thrown on the tracks,” he said).",),
        [("It is money", "J. P. Morton", "rail analyst")],
    ),
    "a spokeswoman of somebody": (
        ("“The first phase is nearly done. We have trained 400 people,” the mayor’s spokeswoman said.",),
        [("The first phase", "mayor’s spokeswoman", "")],
    ),
    "a lawyer is not the client": (
        ("Matt Hale’s lawyer said: “My client denies every one of these claims.”",),
        [("My client", "Matt Hale’s lawyer", "")],
    ),
    "the speaker comes after the second part": (
        (
            "“We have been clear from the start that this is a pilot.” “It was never meant to be permanent,” said Anna Reid, the programme's director.",
        ),
        [("We have been", "Anna Reid", None), ("It was never", "Anna Reid", None)],
    ),
    "she said on and a paragraph that only quotes": (
        (
            "Housing minister Priya Anand announced the fund on Monday.",
            "She said: “Every council will be able to apply from June.”",
            "“No town will be left out.”",
        ),
        [
            ("Every council", "Priya Anand", "Housing minister"),
            ("No town will", "Priya Anand", "Housing minister"),
        ],
    ),
    "asked about in the paragraph above": (
        (
            "Marcus Bell, chair of the regulator, was asked about the delay.",
            "“We are not there yet,” he said. “But we will be by the autumn.”",
        ),
        [("We are not there", "Marcus Bell", "chair of the regulator")],
    ),
    "the pair": (
        (
            "Dr Helen Marsh and Prof Ian Cole wrote the study.",
            "“We were surprised by how few firms had a plan at all,” the pair said.",
        ),
        [("We were surprised", "Dr Helen Marsh and Prof Ian Cole", None)],
    ),
    "an email": (
        (
            "In an email to staff seen by Port Weekly, chief executive Liam Doyle wrote: “I know how hard this has been on all of you.”",
        ),
        [("I know how", "Liam Doyle", "chief executive")],
    ),
    "a tweet with the office first": (
        ("“This is the right decision for passengers,” transport secretary Louise Haigh-Smith tweeted.",),
        [("This is the right", "Louise Haigh-Smith", "transport secretary")],
    ),
    "speaking to and a relative clause": (
        (
            "Speaking to Rail Today after the vote, Gareth Pugh, who chairs the committee, said members were “tired of being told to wait another year”.",
        ),
        [("tired of being", "Gareth Pugh", None)],
    ),
    "a full name given later": (
        (
            "Ms Okafor said the scheme had been “designed by people who never met a tenant”. Ngozi Okafor is director of Rent Right.",
        ),
        [("designed by", "Ngozi Okafor", None)],
    ),
    "the full name beats the bare surname": (
        (
            "Smith had criticised the plan.",
            "John Smith, the union's regional officer, said: “It will cost jobs, and the company knows that.",
        ),
        [("It will cost", "John Smith", None)],
    ),
    "french": (
        ("«Nous avons perdu deux ans», a déclaré Claire Dubois, directrice du port.",),
        [("Nous avons", "", None)],
    ),
    "german": (
        ("„Wir haben zwei Jahre verloren und viel Geld“, sagte Hafenchefin Karin Vogt.",),
        [("Wir haben", "Karin Vogt", None)],
    ),
    "mixed marks and a firm": (
        ('“We back the merger," said Ed Nairn of Clyde Ferries. "It makes sense for islanders.”',),
        [("We back", "Ed Nairn", None)],
    ),
    "a bare spokesman": (
        (
            "The council declined to comment. “No decision has been taken on the site yet,” a spokesman added.",
        ),
        [("No decision", "spokesman", None)],
    ),
    "mr in reply": (
        ("Asked whether he would resign, Mr Grant replied: “Absolutely not, I have a job to finish.”",),
        [("Absolutely not", "Mr Grant", None)],
    ),
    "two speakers with rivals": (
        (
            "“We’re hiring again,” says Pat Quinn, founder of Loop. “But we’re picky.” Quinn’s rival Max Stone says the opposite: “We have stopped hiring until the spring.”",
        ),
        [("We’re hiring", "Pat Quinn", "founder of Loop"), ("We have stopped", "Max Stone", None)],
    ),
    "an interview with labels": (
        (
            "Interview",
            "Port Weekly: “What went wrong with the crane order?”",
            "Anna Reid: “We trusted a supplier that had never built one.”",
        ),
        [("What went", "Port Weekly", None), ("We trusted", "Anna Reid", None)],
    ),
    "who replaced somebody": (
        (
            "Alice Munro, who replaced Derek Shaw as chief executive in May, said the losses were “painful but not a surprise to anyone here”.",
        ),
        [("painful but", "Alice Munro", None)],
    ),
    "an inverted office before the name": (
        ("“The data was never lost,” insisted the authority’s head of security, Wanda Kowalska.",),
        [("The data was", "Wanda Kowalska", "authority’s head of security")],
    ),
    "an office before the name with a comma": (
        (
            "The plan is “a once in a generation chance to fix the railway”, the minister for transport, Owen Price, told MPs.",
        ),
        [("a once in", "Owen Price", "minister for transport")],
    ),
    "a name in marks": (("Ministers said the ‘new homes accelerator for the north’ would open in May.",), []),
    "a title in marks": (("Her book, “The Long Road to Better Ports and Harbours”, comes out in June.",), []),
    "a secretary and a backbencher": (
        (
            "Secretary of state Jo Marsden said she “could not be prouder of what the team has built”. Ken Ives, a backbencher, said the minister was “living in a different world from the rest of us”.",
        ),
        [("could not be", "Jo Marsden", "Secretary of state"), ("living in a", "Ken Ives", "backbencher")],
    ),
    "commenting and an apposition": (
        (
            "Commenting on the figures, Siobhan Kelly, director of policy at the Builders’ Forum, said: “These numbers are a wake-up call for every contractor.”",
        ),
        [("These numbers", "Siobhan Kelly", "director of policy at the Builders’ Forum")],
    ),
    "responding and a body": (
        (
            "Responding, a Department for Ports spokesperson said: “We do not recognise these figures, and neither does the regulator.”",
        ),
        [("We do not", "Department for Ports spokesperson", "")],
    ),
    "a chair with dame": (
        (
            "The chair of the committee, Dame Meg Harcourt, said the contract was “a textbook example of how not to buy software”.",
        ),
        [("a textbook", "Dame Meg Harcourt", "chair of the committee")],
    ),
    "an apposition before said": (
        (
            "“We have to be honest with residents,” Cllr Joe Tan, cabinet member for housing, said. “There is no money left.”",
        ),
        [("We have to be", "Cllr Joe Tan", "cabinet member for housing")],
    ),
    "a paper told by a chief": (
        (
            "Greenfield chief executive Martha O’Dowd told The Grocer Weekly: “Our margins have never been thinner than they are today.”",
        ),
        [("Our margins", "Martha O’Dowd", "Greenfield chief executive")],
    ),
    "a full name later with age": (
        (
            "O’Dowd, 54, joined in 2011.",
            "She is the group’s first female boss. “I did not expect to last a year,” she recalls.",
            "Martha O’Dowd lives in Leeds.",
        ),
        [("I did not", "Martha O’Dowd", None)],
    ),
    "according to a union": (
        ("According to the union, “more than 300 posts are at risk this year alone”.",),
        [("more than 300", "union", None)],
    ),
    "one shopkeeper": (
        ("“Nobody told us the road would close,” one shopkeeper, who did not want to be named, said.",),
        [("Nobody told", "shopkeeper", None)],
    ),
    "two surnames in turn": (
        (
            "Technology secretary Ravi Menon and his shadow, Ellen Wright, clashed over the plan. Menon said it was “fully funded for the next three years”. Wright called it “a press release in search of a policy”.",
        ),
        [("fully funded", "Ravi Menon", "Technology secretary"), ("a press release", "Ellen Wright", None)],
    ),
    "he of her and she of him": (
        (
            "Tom Baker met Lucy Grey on Friday. He said she was “the best negotiator in the building”. She said he was “far too kind, as always, to his opponents”.",
        ),
        [("the best", "Tom Baker", None), ("far too kind", "Lucy Grey", None)],
    ),
    "says and goes on": (
        (
            "“It’s a hard sell,” admits Nadia Hussain. “Clients want it cheaper, faster and greener. You can’t have all three.”",
            "“But you can have two.”",
        ),
        [("It’s a hard sell", "Nadia Hussain", None), ("But you can have", "Nadia Hussain", None)],
    ),
    "a strategy describes": (
        ("The strategy describes the current system as “fragmented, costly and slow to change”.",),
        [("fragmented, costly", "strategy", None)],
    ),
    "the chancellor promised": (
        (
            "In his speech, the chancellor, Edward Lane, promised “the biggest overhaul of business rates in a generation”.",
        ),
        [("the biggest overhaul", "Edward Lane", "chancellor")],
    ),
    "says hutton before his name": (
        (
            "“We’ve been here before,” says Hutton. “And we’ll be here again.” Paul Hutton, an analyst at Kestrel, has covered the sector for 20 years.",
        ),
        [("We’ve been here", "Paul Hutton", "analyst at Kestrel")],
    ),
    "a charity named behind said": (
        (
            "Campaigners were unimpressed. “This is a cut dressed up as reform and everyone knows it,” said Home Truths, a charity.",
        ),
        [("This is a cut", "Home Truths", None)],
    ),
    "a statement reads": (
        ("The firm's statement read: “Safety is our first priority and we are helping the inquiry.”",),
        [("Safety is our", "firm's statement", None)],
    ),
    "surname then pronoun": (
        (
            "She was joined by John Abbott, head of estates. “We moved 2,000 people in a weekend,” Abbott said. “I slept on the floor.”",
            "He added: “Never again, I hope, will we do it that way.”",
        ),
        [
            ("We moved 2,000", "John Abbott", "head of estates"),
            ("Never again", "John Abbott", "head of estates"),
        ],
    ),
    "a label with a name": (
        ("Kate Lindqvist: “Nobody wants a second inquiry into the first inquiry.”",),
        [("Nobody wants", "Kate Lindqvist", None)],
    ),
    "the architect adds": (
        ("“We can’t build our way out of this,” adds the architect.",),
        [("We can’t build", "architect", None)],
    ),
    "a judge": (
        (
            "“The law is clear,” the judge, Mrs Justice Fairweather, said. “The council acted outside its powers.”",
        ),
        [("The law is clear", "Mrs Justice Fairweather", None)],
    ),
    "sir with single marks": (
        (
            "Permanent secretary Sir Alan Bright told MPs he was ‘deeply sorry for the distress caused’ by the failure.",
        ),
        [("deeply sorry", "Sir Alan Bright", "Permanent secretary")],
    ),
    "dashes around the office": (
        (
            "Asked by Public Ledger if the target was realistic, Dr Ruth Aoki – the agency's chief scientist – said: “No. It never was, and we said so at the time.”",
        ),
        [("No. It never", "Dr Ruth Aoki", "agency's chief scientist")],
    ),
    "a predecessor": (
        (
            "The minister’s predecessor, Hugh Dalby, told the BBC the idea was “half-baked and should be dropped”.",
        ),
        [("half-baked and", "Hugh Dalby", None)],
    ),
    "a source": (
        ("A source close to the deal said talks were “going backwards at quite some speed”.",),
        [("going backwards", "source close to the deal", None)],
    ),
    "a firm and the company": (
        (
            "“We welcome the report,” said Acme Water. “Its findings are fair.”",
            "The company said it would “invest £40m in the network by 2027”.",
        ),
        [("We welcome", "Acme Water", None), ("invest £40m", "company", None)],
    ),
    "an article argues": (
        (
            "Writing in The Planner, Prof. Ingrid Sørensen argues that green belts are “a comfort blanket we can no longer afford”.",
        ),
        [("a comfort blanket", "Prof. Ingrid Sørensen", None)],
    ),
    "a question inside": (
        (
            "“Is this the end of the high street? I don't think so,” Fay Morgan, founder of Shopkeep, told a conference in York last week.",
        ),
        [("Is this the end", "Fay Morgan", "founder of Shopkeep")],
    ),
    "a party possessive": (
        ("Labour’s Darren Holt described the U-turn as “the least surprising news of the year”.",),
        [("the least", "Darren Holt", None)],
    ),
    "a colleague of somebody": (
        ("Mr Holt’s colleague Sue Parry said: “He speaks for all of us on this.”",),
        [("He speaks", "Sue Parry", None)],
    ),
    "she, where a spokeswoman was let speak without a name": (
        (
            "Bo Ray and Ann Lee met in May.",
            "A Canal Trust spokeswoman said it would try again. “We would want a different boat,” she said.",
        ),
        [("We would want", "Canal Trust spokeswoman", None)],
    ),
    "it, where the sentence before let a body speak": (
        ("The Guild of Valley Millers said it would wait. “Nobody has filled a lorry alone,” it said.",),
        [("Nobody has", "Guild of Valley Millers", None)],
    ),
    "she replied, who is not the one that spoke last": (
        (
            "“We open every gate at nine,” said Quenby Sole.",
            "“Nine is far too late,” said Osric Vane.",
            "“You may come at noon,” she replied.",
        ),
        [("We open", "Quenby Sole", None), ("Nine is", "Osric Vane", None), ("You may", "Quenby Sole", None)],
    ),
    "it added": (
        (
            "“The bridge will open in May,” Network North said in an update. It added that drivers should “expect some delay until then, as ever”.",
        ),
        [("The bridge will", "Network North", None), ("expect some", "Network North", None)],
    ),
}


@pytest.mark.parametrize(("paragraphs", "expected"), PASSAGES.values(), ids=PASSAGES.keys())
def test_the_right_speaker_is_found_in(paragraphs, expected):
    found = find_quotes(article(*paragraphs))
    assert len(found) == len(expected)
    for quote, (begins, speaker, role) in zip(found, expected, strict=True):
        assert quote.text.startswith(begins)
        assert quote.speaker == speaker
        assert role is None or quote.role == role


def test_a_dash_and_a_name_behind_a_quotation_sign_it():
    first, second, third = find_quotes(
        article(
            "“It was the worst day of the year for us.” – Ann Lee",
            "“It was a day like any other to me.”―Bo van der Ray, head of the port.",
            "“Nobody came and nobody called us at all.”\n— Eve Stone",
        )
    )
    assert (first.speaker, first.role) == ("Ann Lee", "")
    assert (second.speaker, second.role) == ("Bo van der Ray", "head of the port")
    assert third.speaker == "Eve Stone"


def test_a_clause_with_an_unknown_verb_is_not_joined_to_another_speaker():
    first, second = find_quotes(
        article(
            "“We paid them all,” observed Bo Ray. “It was a disaster,” a tired Ann Lee whimpered to the host."
        )
    )
    assert (first.speaker, second.speaker) == ("Bo Ray", "Ann Lee")


def test_what_happened_meanwhile_is_no_attribution():
    (quote,) = find_quotes(article("Bo Ray said, “It makes me smart,” when Ann Lee blasted him."))
    assert quote.speaker == "Bo Ray"


def test_said_right_behind_the_mark_attributes_without_a_comma():
    (quote,) = find_quotes(article("“Take the train, for example” said Koji Ito, manager at Nord. He left."))
    assert (quote.speaker, quote.role) == ("Koji Ito", "manager at Nord")


def test_a_far_attribution_in_the_same_paragraph_is_not_borrowed():
    _, second, _ = find_quotes(
        article(
            "“We became aware of the waste,” Bo Ray told the paper.",
            "“We saw the chance to do some good.” But it is not just computers. “It all helps,” said Ann Lee.",
        )
    )
    assert second.speaker == "Bo Ray"


def test_who_put_the_question_is_not_who_answers():
    page = article(
        'Commissioner Rosa Tennant had a short answer when Ray Dunn put it to her: "We shall not do it."'
    )
    assert [quote.speaker for quote in find_quotes(page)] == ["Rosa Tennant"]


def test_an_office_as_subject_means_whoever_was_introduced_with_it():
    page = article(
        "The dean, Osbert Quill, closed the gate on Monday after a long winter of floods.",
        "Matteo Vance of the canoe club was not pleased. “It is a long way to carry a boat,” said Vance.",
        "The dean has offered the club a bridge. “There is room on it for a boat and a bishop,” he said.",
    )
    assert [quote.speaker for quote in find_quotes(page)] == ["Matteo Vance", "Osbert Quill"]


def test_a_body_without_a_name_is_never_sure_enough_for_a_key_quote():
    page = article("Nothing was decided. “We would like a second ship before we need one,” the company said.")
    (quote,) = find_quotes(page)
    assert (quote.speaker, quote.confidence < SURE) == ("company", True)


@pytest.mark.parametrize(
    "said",
    [
        "Ann Lee and Bo Ray said: {}",
        "Ann Lee, the chair, and Bo Ray, her deputy, said in a joint letter: {}",
        "{} said Ann Lee and Bo Ray.",
        "{} Ann Lee and Bo Ray said.",
        "Ann Lee and her deputy Bo Ray said: {}",
    ],
)
def test_what_two_people_say_together_is_given_to_neither_alone(said):
    (quote,) = find_quotes(article(said.format("“We have waited two years for an answer,”")))
    assert quote.speaker == "Ann Lee and Bo Ray"
    assert quote.confidence < SURE


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("Ann Lee resigned and Bo Ray said: {}", "Bo Ray"),
        ("Ann Lee resigned and her deputy Bo Ray said: {}", "Bo Ray"),
        ("{} Ann Lee said and Bo Ray agreed.", "Ann Lee"),
        ("Ann Lee and Bo Ray’s deputy, Eve Stone, said: {}", "Eve Stone"),
        ("Acre Homes and the Quay Trust said: {}", "Acre Homes and the Quay Trust"),
        ("Talks failed and Acre Homes said: {}", "Acre Homes"),
    ],
)
def test_an_and_does_not_always_join(said, speaker):
    (quote,) = find_quotes(article(said.format("“We have waited two years for an answer,”")))
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    "said",
    [
        "{} Ann Lee quoted Bo Ray as saying.",
        "{} the paper quoted Bo Ray as saying.",
        "Ann Lee quoted Bo Ray as saying: {}",
    ],
)
def test_who_is_quoted_as_saying_it_speaks_and_not_who_quotes(said):
    (quote,) = find_quotes(article(said.format("“We have waited two years for an answer,”")))
    assert quote.speaker == "Bo Ray"


def test_a_lawyer_for_two_people_is_neither_of_them():
    page = article(
        "Ann Hale and Bo Lee were in court on Monday.",
        "“Both of them will appeal against it,” a lawyer for Hale and Lee said.",
    )
    assert [quote.speaker for quote in find_quotes(page) if quote.confidence >= SURE] == []


def test_somebody_introduced_as_of_a_body_is_whom_the_next_paragraph_means():
    page = article(
        "“He was the man who reads the meter,” said Delphine Corriveau, who runs the inn.",
        "Zsófia Harangi of the Independent Brewers' Guild was kinder to the chancellor.",
        "“It is a small thing done in the right direction,” she said.",
    )
    assert [quote.speaker for quote in find_quotes(page)] == ["Delphine Corriveau", "Zsófia Harangi"]


SAID = "“We have waited two years for an answer,”"


@pytest.mark.parametrize(
    ("page", "speaker"),
    [
        (f"{SAID} leading the way, unshaken and at ease, Ann Lee said.", "Ann Lee"),
        (f"{SAID} Pomona police said on Monday.", "Pomona police"),
        (f"{SAID} police said on Monday.", "police"),
        (f"And said another reader of the paper, {SAID[:-2]}.”", "another reader of the paper"),
        (f"Ann Lee sat up when Bo Ray asked, {SAID[:-2]}?”", "Bo Ray"),
        (f"I will not list them all, but Ann Lee puts it well: {SAID[:-2]}.”", "Ann Lee"),
        (f"Earlier this week the Quay Trust wrote a letter, saying {SAID[:-2]}.”", "Quay Trust"),
        (f"A notice also said {SAID[:-2]}.”", "notice"),
        (f"The clerk added that he felt it was {SAID[:-2]}.”", "clerk"),
        (f"It printed replies from local people who called it {SAID[:-2]}.”", "local people"),
    ],
)
def test_the_clause_tells_who_speaks(page, speaker):
    assert [quote.speaker for quote in find_quotes(article(page))] == [speaker]


@pytest.mark.parametrize(
    "page",
    [
        "The birthplace of cola, “I would like a drink of it”, is proud.",
        "The end of the day brings “I can sit and look back” to mind.",
    ],
)
def test_a_thing_does_not_speak(page):
    assert [quote.speaker for quote in find_quotes(article("Ann Lee wrote this.", page))] == [""]


def test_words_before_a_said_that_has_its_own_object_are_not_its_subjects():
    page = article(
        "Tom Ray fell ill. The note, which was “slashed into several pieces,” said Ray was not able to work."
    )
    assert [
        quote for quote in find_quotes(page) if quote.speaker == "Tom Ray" and quote.confidence >= SURE
    ] == []


def test_a_surname_that_two_who_speak_have_is_never_sure_enough_for_a_key_quote():
    page = article(
        "Liam Cole went to school as a wolf.",
        "Nicola Cole told the paper that they had thought it funny.",
        f"{SAID} Cole said.",
    )
    (quote,) = find_quotes(page)
    assert quote.confidence < SURE


def test_what_everybody_says_is_never_sure_enough_for_a_key_quote():
    (quote,) = find_quotes(article("Everybody said: “We have waited two years for an answer.”"))
    assert quote.confidence < SURE


def test_of_two_quotations_side_by_side_the_first_may_be_that_of_who_spoke_above():
    page = article(
        "“It is not the wall,” said Ann Lee of the port.",
        "“It seems to come from within.” “We know what it is,” added Eve Stone.",
    )
    assert [quote.speaker for quote in find_quotes(page)] == ["Ann Lee", "Ann Lee", "Eve Stone"]


def test_marks_in_the_next_sentence_lend_no_speaker():
    page = article(
        "“It is not the wall,” said Ann Lee of the port.",
        "“It is what stands behind it.” One thing “quite wrong with it” is the colour.",
    )
    assert find_quotes(page)[1].speaker == "Ann Lee"


@pytest.mark.parametrize(
    ("page", "speaker"),
    [
        (
            f"Port Vale officials would not meet them but sent a letter saying {SAID[:-2]}.”",
            "Port Vale officials",
        ),
        (f"Last week, crowds marched for days, chanting {SAID[:-2]}.”", "crowds"),
    ],
)
def test_a_plural_is_no_verb(page, speaker):
    assert [quote.speaker for quote in find_quotes(article(page))] == [speaker]


def test_it_is_nobody_who_was_named_before():
    page = article("I was drawn to Carl Moss.", f"It put these questions: {SAID[:-2]}?”")
    assert [quote.speaker for quote in find_quotes(page)] == [""]


def test_whoever_is_quoted_by_a_pronoun_is_not_called_her():
    page = article("The sister left.", f"{SAID} the paper quoted her as saying.")
    assert [quote.speaker for quote in find_quotes(page)] == [""]


def test_a_verb_of_saying_behind_the_last_paragraph_beats_the_subject_of_the_first():
    (quote,) = find_quotes(
        article(
            "Tom Hill wants “the harbour open all winter.",
            "“Nobody will be turned away from it,” said Ann Lee.",
        )
    )
    assert quote.speaker == "Ann Lee"


def test_a_title_that_was_told_something_is_nobody_he_could_be():
    page = (
        "Pea talks fail\n\nGrowers left price talks on Tuesday after two days without an offer from anybody there.\n\n"
        "Their spokesman, Aled Price, told Cold Chain Digest that the stores had been full since the spring.\n\n"
        '"Nobody is buying. I have eleven thousand tonnes under one roof and the roof costs money," he said.\n'
    )
    (said,) = find_quotes(read(Capture(name="page", raw=page.encode())))
    assert said.speaker == "Aled Price"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“We could have saved it with paint,” the inquiry was told.", ""),
        ("“We could have saved it with paint,” a committee has been told.", ""),
        ("“We could have saved it with paint,” MPs were told by Ann Lee.", "Ann Lee"),
        ("“We could have saved it with paint,” the panel has said.", "panel"),
        ("“We could have saved it with paint,” Ann Lee has been quoted as saying.", "Ann Lee"),
    ],
)
def test_who_is_told_something_did_not_say_it(sentence, speaker):
    (quote,) = find_quotes(article("The silo fell on Tuesday, and nobody was hurt.", sentence))
    assert quote.speaker == speaker


def test_a_participle_behind_he_said_is_the_speakers_and_not_the_subjects():
    found = find_quotes(
        article(
            "The director of assets, Piers Calloway, told the panel that the firm would not appeal.",
            "Supply was safe, he said, adding: “With hindsight, we should have answered the letters.”",
        )
    )
    assert [quote.speaker for quote in found] == ["Piers Calloway"]
