from digest.handoff.difference import differences, words_differ

HTML = "<p>One.</p><p>Two.</p>"


def test_a_short_fact_is_told_as_it_was_and_as_it_is():
    assert differences({"subject": "Fees"}, {"subject": "Tolls"}) == ("subject: was “Fees”, is “Tolls”",)


def test_what_only_one_of_them_knows_is_no_difference():
    assert differences({"subject": "Fees"}, {"audience": "a"}) == ()
    assert differences({"subject": "Fees", "text": "x"}, {"subject": "Fees", "text": "x"}) == ()


def test_of_html_the_words_that_went_and_came_are_told():
    told = differences({"html": HTML}, {"html": HTML.replace("Two", "Three")})
    assert told == ("HTML part:", "  - Two.", "  + Three.")


def test_where_only_markup_changed_it_is_said():
    told = differences({"html": HTML}, {"html": HTML.replace("<p>", '<p style="color:red">')})
    assert told == ("HTML part:", "  only what readers do not see, such as its markup")


def test_styles_and_comments_are_no_words():
    assert words_differ(HTML, f"<style>p{{color:red}}</style><!--[if mso]><b>x</b><![endif]-->{HTML}") == ()


def test_a_long_difference_is_cut_and_says_so():
    told = differences({"text": "\n".join("abcdefg")}, {"text": "new\n"})
    assert told == ("text part:", "  - a", "  - b", "  - c", "  - … and 4 lines more", "  + new")
    assert len(max(differences({"text": "x" * 900}, {"text": ""}), key=len)) < 120


def test_what_a_terminal_would_do_something_at_is_not_shown():
    told = differences(
        {"subject": "a", "text": "b"}, {"subject": "\x1b[31mred\u202e👩‍🚀", "text": "\x1b]0;x\x07"}
    )
    assert told == (
        "subject: was “a”, is “ [31mred 👩‍🚀”",
        "text part:",
        "  - b",
        "  +  ]0;x ",
    )
