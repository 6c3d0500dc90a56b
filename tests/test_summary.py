import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.extract.summary import beside, summarise
from digest.extract.wish import Wish
from digest.model import Article, Block, BlockKind, Source, Span
from digest.reading import extract
from digest.sources.capture import Capture
from pasted import FEES

LEAD = "The harbour board approved a second ferry terminal at Port Halden on Tuesday."
COST = "The terminal will cost £48m and open in four years."
JOBS = "Builders expect to hire 300 people at the terminal from the town and its harbour."
HISTORY = "Ferries have called at the harbour since a wooden pier was built by monks."


def article(*paragraphs, headline="Ferry news", standfirst="", kinds=None):
    source = "\n\n".join(paragraphs)
    body, start = [], 0
    for number, paragraph in enumerate(paragraphs):
        kind = (kinds or {}).get(number, BlockKind.PARAGRAPH)
        text = paragraph if kind is BlockKind.LIST else paragraph.replace("\n", " ")
        body.append(Block(kind=kind, text=text, span=Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return Article(
        source=Source(name="page", text=source), headline=headline, standfirst=standfirst, body=tuple(body)
    )


def summary(*paragraphs, limit=3, **others):
    return [sentence.text for sentence in summarise(article(*paragraphs, **others), Wish(length=limit))]


def test_an_article_of_three_sentences_is_its_own_summary():
    assert summary(LEAD, COST + " " + JOBS) == [LEAD, COST, JOBS]


def test_ten_sentences_may_be_asked_for():
    told = [f"Mora{n} paid{n} for seven{n} boats{n} at harbour{n} quay{n}." for n in range(10, 24)]
    found = summary(*told, limit=10, headline="")
    assert len(found) == 10
    assert found == [sentence for sentence in told if sentence in found]


def test_nothing_of_a_pages_surroundings_gets_into_a_summary():
    page = FEES.replace(
        "3 June 2024\n", "3 June 2024\n\nPhoto: the harbour board on its quay last week (B. Ek)\n"
    )
    drawn = extract(Capture(name="fees.txt", raw=page.encode()))
    said = {sentence.text for sentence in drawn.summary}
    aside = [*drawn.article.related, *drawn.article.promos]
    around = {each.title for each in aside} | {
        each.text for each in drawn.article.captions + drawn.article.junk
    }
    assert len(said) == 3
    assert not said & (around | {drawn.article.headline, drawn.article.standfirst})
    assert not any("Photo" in text or "Webinar" in text or "Minister" in text for text in said)


def test_no_more_sentences_than_the_limit():
    assert summary(LEAD, COST, JOBS, HISTORY, limit=1) == [LEAD]
    assert len(summary(LEAD, COST, JOBS, HISTORY, limit=3)) == 3
    assert summary(LEAD, limit=0) == []


def test_an_article_without_a_fit_sentence_has_no_summary():
    assert summary("“We go on,” said the mayor of the town on Monday.", "Photo: J. Ek") == []
    assert summarise(Article(source=Source(name="page", text=""), headline="")) == ()


def test_a_sentence_knows_its_paragraph_and_its_place_in_the_source():
    read = article("Harbour", LEAD + "\n" + COST.replace("will ", "will\n"), kinds={0: BlockKind.CROSSHEAD})
    first, second = summarise(read)
    assert (first.text, first.paragraph) == (LEAD, 1)
    assert second.text == COST
    assert read.source.text[second.span.start : second.span.end] == COST.replace("will ", "will\n")


def test_sentences_come_in_the_order_of_the_article():
    found = summary(HISTORY, COST, LEAD, JOBS)
    assert found == [sentence for sentence in (HISTORY, COST, LEAD, JOBS) if sentence in found]


@pytest.mark.parametrize(
    "unfit",
    [
        "“The harbour terminal is the best news for this town in a generation of ferries.”",
        "“The harbour terminal is good news,” the harbour master of the old town of Halden said on Tuesday.",
        "'The harbour terminal is good news,' the harbour master of the old town of Halden said on Tuesday.",
        "Will the harbour terminal bring the ferries and the people back to the town?",
        "The harbour board gave these reasons for the new ferry terminal:",
        "A terminal for the harbour.",
        "Click here for more news of the harbour, the ferry and the terminal.",
        "Photo: the harbour terminal and the ferry seen from the town on Tuesday.",
        "Write to the harbour terminal at ferry@halden.example for news of the town.",
        "(Reporting on the harbour terminal by Bo Ek and Ada Lund; editing by Mira Ost)",
        "THE HARBOUR TERMINAL AND THE FERRY OF THE TOWN OF HALDEN",
    ],
)
def test_what_cannot_stand_alone_is_left_out(unfit):
    assert summary(LEAD, unfit, COST) == [LEAD, COST]


def test_the_inner_sentences_of_a_quotation_are_quotation():
    said = (
        "“The harbour is full. The terminal will bring the ferries back to the town. We need it,” Lund said."
    )
    assert summary(LEAD, said, COST) == [LEAD, COST]


def test_an_apostrophe_opens_no_quotation():
    theirs = "The harbour's neighbours don't want the board's terminal in the ferries' old dock."
    assert summary(LEAD, theirs) == [LEAD, theirs]


def test_crossheads_and_list_items_are_no_sentences():
    crosshead, items = (
        "The harbour terminal is coming to the town",
        "• The harbour gets a terminal and a crane.\n• Two.",
    )
    kinds = {1: BlockKind.CROSSHEAD, 2: BlockKind.LIST}
    assert summary(LEAD, crosshead, items, COST, kinds=kinds) == [LEAD, COST]


@pytest.mark.parametrize(
    "dateline",
    [
        "HALDEN (Reuters) - ",
        "PORT HALDEN, Norway, March 5 (AP) — ",
        "Port Halden (AP) — ",
        "HALDEN, March 5, 2015 /Newswire/ -- ",
        "HALDEN, 5 March 2015 (Reuters) - ",
        "HALDEN – ",
        "(CNN) -- ",
        "(CNN)",
        "(AFP) ",
        "HALDEN ― ",
    ],
)
def test_a_summary_begins_behind_the_dateline(dateline):
    read = article(dateline + LEAD)
    (found,) = summarise(read)
    assert found.text == LEAD
    assert read.source.text[found.span.start : found.span.end] == LEAD


@pytest.mark.parametrize(
    "lead",
    [
        "Halden - a town of ferries - gets a second terminal this year.",
        "Mira Ost (Labour) welcomed the second ferry terminal on Tuesday.",
        "The Harbour Board (HB) approved a second ferry terminal on Tuesday.",
    ],
)
def test_a_dash_or_a_bracket_inside_a_sentence_is_no_dateline(lead):
    assert summary(lead) == [lead]


@pytest.mark.parametrize(
    "headline", ["Board approves second ferry terminal at Port Halden on Tuesday", "News"]
)
def test_a_sentence_that_says_the_headline_again_is_left_out(headline):
    again = "Board approves second ferry terminal at Port Halden."
    assert (again in summary(again, COST, headline=headline)) == (headline == "News")


def test_a_sentence_that_says_the_standfirst_again_is_left_out():
    assert summary(LEAD, COST, standfirst="Harbour board approved second ferry terminal at Port Halden") == [
        COST
    ]


def test_a_sentence_that_repeats_a_chosen_one_is_left_out():
    again = "The second ferry terminal at Port Halden was approved by the harbour board."
    assert summary(LEAD, again, COST) == [LEAD, COST]


@pytest.mark.parametrize(
    "standing",
    [
        "Four ferries have since been taken on by the harbour board.",
        "Most of the ferries of the harbour will run through the night.",
        "Two of the ferries are to leave the harbour in May.",
    ],
)
def test_a_number_that_says_what_it_counts_stands_alone(standing):
    assert standing in summary(LEAD, "“Ann Ek is here,” people said.", standing)


@pytest.mark.parametrize(
    "leaning",
    [
        "It will also hold a museum of the harbour and its ferries.",
        "But the harbour has no money for a museum of ferries.",
        "This would make the harbour the largest on the coast.",
        "The move follows a vote of the harbour and its ferries.",
        "She said the harbour would open to ferries in spring.",
        "After the vote she said the harbour would open in spring.",
        "The company runs the harbour and most of its ferries.",
        "Four have since been taken on by the harbour and its ferries.",
        "Two of them will run the harbour and its ferries from May.",
        "Most say the harbour would be the better for more ferries.",
        "None had seen the harbour or its ferries before the vote.",
        "Others want the harbour to run ferries through the night.",
        "Indeed, the harbour has never had a museum of its ferries.",
        "The letter says her harbour would be open to every ferry.",
        "Ferries and boats had left him in the harbour by then.",
        "The court upheld this ban on ferries in the harbour.",
        "Ferry crews have never heard these words in the harbour.",
    ],
)
def test_a_sentence_that_points_back_is_not_chosen_without_what_it_points_to(leaning):
    unfit = "“Ann Ek is here,” people said."
    assert leaning not in summary(LEAD, unfit, leaning, COST)
    named = "Mira Ost, who runs the fleet, welcomed the harbour vote."
    found = summary(named, leaning, limit=2)
    assert found == [named, leaning]
    assert summary(named, leaning, limit=1) == [named]


@pytest.mark.parametrize(
    "standing",
    [
        "Mira Ost said she wanted a second terminal at the harbour.",
        "The captain of the ferry said he would leave the terminal open.",
        "A passenger from the harbour lost her luggage on the ferry.",
        "In his report on the harbour, Bo Ek asks for another ferry.",
        "The harbour may open its ferry terminal this week or this month.",
        "Two ferries were charged with harbour fees, but these charges fell.",
        "Posters at every quay of the old harbour say “this ferry is hers”.",
    ],
)
def test_a_pronoun_explained_in_its_own_sentence_points_nowhere(standing):
    assert standing in summary(LEAD, "“Ann Ek is here,” people said.", standing)


def test_a_pronoun_takes_the_sentence_with_the_name_along():
    named, between = (
        "Mira Ost leads the harbour board.",
        "Tickets cost eight crowns for every grown traveller.",
    )
    pronoun = "She wants a harbour terminal, a harbour museum and a harbour ferry."
    found = summary(named, between, pronoun, limit=2)
    assert pronoun not in found or named in found


def test_a_bare_surname_takes_the_full_name_along():
    full = "The port was led for years by Mira Ost."
    bare = "The harbour terminal was the harbour idea of Ost, a harbour engineer."
    headline = "Harbour terminal idea"
    assert summary(full, bare, headline=headline, limit=2) == [full, bare]
    assert summary(full, bare, headline=headline, limit=1) == [full]
    assert summary(full.replace("Mira Ost", "a clerk"), bare, headline=headline, limit=1) == [bare]


def test_a_surname_that_the_headline_gives_needs_no_full_name():
    bare = "The harbour terminal was the harbour idea of Ost, a harbour engineer."
    read = article("The port was led for years by Mira Ost.", bare, headline="Ost and her harbour terminal")
    assert summarise(read, Wish(length=1))[0].text == bare


@pytest.mark.parametrize(
    "answer", ["No, the roads to the pier are too narrow.", "If asked, the answer is a plain yes."]
)
def test_the_answer_to_a_question_is_not_chosen(answer):
    assert answer not in summary(LEAD, "Is that wise for the harbour?", answer)


def test_a_first_sentence_that_opens_with_she_takes_the_second_along():
    delayed, second = (
        "She was the first to cross the strait in a paper boat.",
        "Mira Ost landed on Tuesday morning.",
    )
    assert summary(delayed, second, limit=2) == [delayed, second]
    assert summary(delayed, second, limit=1) == [second]


def test_first_person_and_missing_stops_count_against_a_sentence():
    spoken = "I think the harbour terminal is what we in the town have waited for."
    unstopped = "The harbour terminal and the ferry as seen from the old town"
    assert summary(LEAD, spoken, COST, unstopped, JOBS) == [LEAD, COST, JOBS]


def test_beside_what_is_said_stands_what_is_new_and_needs_no_other():
    read = article(LEAD, COST, "It was designed by Mira Ost, an engineer from the old town.", JOBS, HISTORY)
    found = beside(read, ["A second ferry terminal at Port Halden was approved by the harbour board."], 9)
    assert [sentence.text for sentence in found] == [COST, JOBS, HISTORY]


@pytest.mark.parametrize(
    "sentences",
    [
        ["運輸大臣は新しい港の計画を発表した。", "計画には四百億円がかかる見通しだ。"],
        [
            "Der Hafenrat hat am Dienstag ein zweites Terminal genehmigt.",
            "Das Terminal kostet rund 48 Millionen Euro.",
        ],
        ["وافق مجلس الميناء على بناء محطة ثانية.", "تبلغ تكلفة المحطة ثمانية وأربعين مليونا هذا العام."],
        ["बंदरगाह परिषद ने मंगलवार को दूसरे टर्मिनल को मंजूरी दी।", "इस पर चार वर्ष में बहुत धन खर्च किया जाएगा।"],
        ["สภาท่าเรือ อนุมัติ อาคาร ผู้โดยสาร แห่งที่ สอง ใน วันอังคาร"],
    ],
)
def test_other_languages_are_summarised_undamaged(sentences):
    assert summary(*sentences, headline="") == sentences


def test_what_stands_far_down_is_not_looked_for():
    assert summary(*["Why is the harbour so very full today?"] * 60, LEAD) == []


@given(
    st.lists(st.text(st.sampled_from(" .?!\"'“”’()—-AaHe大。\x001Sh"), min_size=1, max_size=60), max_size=6)
)
def test_any_article_gives_slices_of_itself(paragraphs):
    read = article(*[paragraph.replace("\n", " ") for paragraph in paragraphs])
    for sentence in (*summarise(read), *beside(read, paragraphs[:1], 9)):
        assert read.source.text[sentence.span.start : sentence.span.end] == sentence.text
        assert sentence.text in read.body[sentence.paragraph].text
