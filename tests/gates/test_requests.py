"""Opening a letter asks for its pictures, and for fonts where the brand has some: nothing that counts readers."""


def test_nobody_else_is_asked_for_anything(page, letter):
    fonts = [("stylesheet", url) for url in [letter.issue.publication.brand.web_fonts] if url]
    pictures = page.evaluate("[...document.images].map(image => image.src)")
    assert set(page.asked) <= {("image", url) for url in pictures} | set(fonts)


def test_nothing_is_in_it_that_counts_or_runs(page):
    tiny = "[...document.images].map(image => image.getBoundingClientRect()).filter(box => box.width === 1).length"
    assert page.evaluate(tiny) == 0
    assert page.evaluate("document.querySelectorAll('script, iframe, object, embed').length") == 0
