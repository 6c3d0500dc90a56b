from digest.extract.keyquotes import SURE, choose
from digest.extract.quotes import find_quotes
from digest.model import Quote, Span
from pages import article


def chosen(page, limit=3):
    return choose(find_quotes(page), page, limit)


def quote(text, speaker="Ann Lee", confidence=0.95, start=0):
    span = Span(start, start + len(text))
    return Quote(text=text, spans=(span,), paragraph=0, speaker=speaker, confidence=confidence)


PLAN = "We must spend £40m on the new gate, and we must decide it this year."


def test_a_doubtful_speaker_is_never_offered():
    assert choose((quote(PLAN, confidence=SURE - 0.01),), article()) == ()
    assert len(choose((quote(PLAN, confidence=SURE),), article())) == 1


def test_fragments_and_scraps_are_not_offered():
    assert choose((quote("painful but not a surprise to anybody at the port"),), article()) == ()
    assert choose((quote("We will not."),), article()) == ()


def test_what_says_something_comes_before_what_does_not():
    idle = "It was a nice day and the sun was out and there were many of us there."
    assert choose((quote(idle), quote(PLAN, start=100)), article(), limit=1) == (quote(PLAN, start=100),)


def test_distinct_speakers_come_first_and_the_order_is_the_article_s():
    one, two = quote(PLAN, start=0), quote(PLAN.replace("gate", "quay"), start=100)
    other = quote("It was a nice day and the sun was out for all.", speaker="Bo Ray", start=200)
    assert choose((one, two, other), article(), limit=2) == (one, other)


def test_a_quotation_split_by_its_attribution_is_offered_whole():
    page = article("“We waited,” said Ann Lee. “Nobody came to open the gate for us on that day.”")
    (key,) = chosen(page)
    assert key.text == "We waited,\n\nNobody came to open the gate for us on that day."
    assert [page.source.text[span.start : span.end] for span in key.spans] == key.text.split("\n\n")


def test_a_quotation_over_two_paragraphs_is_offered_whole():
    page = article(
        "Ann Lee opened the gate.", "“We must spend £40m here.", "“It will save the port money,” she said."
    )
    (key,) = chosen(page)
    assert key.text == "We must spend £40m here.\n\nIt will save the port money,"
    assert len(key.spans) == 2


def test_the_stop_may_stand_outside_the_marks():
    (key,) = chosen(article("‘White is no colour, it is a promise’, says Ann Lee."))
    assert key.text == "White is no colour, it is a promise"
    assert chosen(article("‘White is no colour, it is a promise’ says Ann Lee to all.")) == ()


def test_a_quotation_in_a_headline_among_the_paragraphs_is_not_offered():
    told = "Ann Lee opened the gate."
    assert (
        chosen(article(told, "“We must spend £40m on the new gate,” says mayor Bo Ray (2 weeks ago)")) == ()
    )
    assert len(chosen(article(told, "“We must spend £40m on the new gate,” mayor Bo Ray said"))) == 1
    assert len(chosen(article(told, "“We must spend £40m on the new gate,” says mayor Bo Ray."))) == 1


def test_what_answers_words_left_out_comes_last():
    leaning = quote(f"And {PLAN[0].lower()}{PLAN[1:]}", start=0)
    alone = quote(PLAN.replace("gate", "quay"), start=200)
    assert choose((leaning, alone), article(), limit=1) == (alone,)


def test_what_the_article_is_about_comes_first():
    off = quote("The soup in that canteen was cold again and the cook had gone home.", start=0)
    on = quote("The ferry to that island was late again and the crew had gone home.", start=200)
    about = article("The last ferry to Skerra may stop.", headline="Island may lose its ferry")
    assert choose((off, on), about, limit=1) == (on,)
    told = article("The last ferry crew on the island may leave.", headline="A long wait")
    assert choose((off, on), told, limit=1) == (on,)


def test_the_best_of_each_speaker_comes_before_a_second_one():
    plans = tuple(quote(PLAN.replace("gate", word), start=at) for at, word in ((0, "quay"), (100, "lock")))
    other = quote("It was a nice day and the sun was out for all.", speaker="Bo Ray", start=200)
    assert other in choose((*plans, other), article(), limit=2)


def test_an_article_without_quotations_has_none_to_offer():
    assert chosen(article("Nothing was said at all.")) == ()
