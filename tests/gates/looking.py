"""What is asked of a page in a browser, and of its picture."""

import io

from PIL import Image

WORDS = "document.body.innerText"
SIDEWAYS = "document.documentElement.scrollWidth - window.innerWidth"
CUT = """() => [...document.querySelectorAll("body *")].filter(element => {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    if (!element.innerText || style.display === "none" || box.height === 0) return false;
    const clips = style.overflowX !== "visible" || style.overflowY !== "visible";
    const spills = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
    return box.left < -0.5 || box.right > window.innerWidth + 0.5 || (clips && spills);
}).map(element => element.outerHTML.slice(0, 120))"""

FAINT = """() => {
    const numbers = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
    const seen = colour => { const [, , , alpha = 1] = numbers(colour); return alpha > 0; };
    const light = colour => {
        const [r, g, b] = numbers(colour).map(n => n / 255).map(
            n => n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = element => {
        for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (seen(colour)) return colour;
        }
        return "rgb(255, 255, 255)";
    };
    const faint = [];
    const judge = (element, words) => {
        const style = getComputedStyle(element);
        const [one, other] = [light(style.color), light(behind(element))].sort((a, b) => b - a);
        const ratio = (one + 0.05) / (other + 0.05);
        if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${style.color} on ${behind(element)}: ${words}`);
    };
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
        const element = text.parentElement;
        if (!text.data.trim() || !element.getClientRects().length || ["STYLE", "TITLE"].includes(element.tagName)) continue;
        judge(element, text.data.trim());
    }
    for (const image of document.images) if (image.alt && image.getClientRects().length) judge(image, image.alt);
    return faint;
}"""
"""Words, or words in a picture's place, with less contrast than WCAG 2.2 asks for (4.5)."""

SHOWN = """() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), shown = [];
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
        if (!/[\\p{L}\\p{N}]/u.test(text.data)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const { left, top, right, bottom } of range.getClientRects())
            if (right - left > 4 && bottom - top > 4)
                shown.push([text.data.trim(), left, top + scrollY, right, bottom + scrollY]);
    }
    return shown;
}"""
"""Each line of words, and the box that it stands in."""

UNTOLD = """() => [...document.images].filter(image => {
    if (!image.alt || !image.getClientRects().length) return false;
    const style = getComputedStyle(image), words = document.createElement("div");
    words.textContent = image.alt;
    words.style.cssText = `position: absolute; font: ${style.font}; width: ${image.clientWidth}px;`;
    document.body.append(words);
    const cut = words.scrollWidth > image.clientWidth || words.offsetHeight > image.clientHeight;
    words.remove();
    return cut;
}).map(image => `${image.clientWidth} x ${image.clientHeight}: ${image.alt}`)"""
"""Pictures whose words do not fit in their place."""


def contrasts(page):
    """Every text with the contrast between the lightest and the darkest pixel of a line of it, the best of them."""
    scale = page.evaluate("devicePixelRatio")
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    found = {}
    for words, *box in page.evaluate(SHOWN):
        place = picture.crop([round(side * scale) for side in box])
        lights = [_light(colour) for _, colour in place.getcolors(place.width * place.height)]
        found[words] = max(found.get(words, 0), (max(lights) + 0.05) / (min(lights) + 0.05))
    return found


def _light(colour):
    """WCAG's relative luminance."""
    red, green, blue = (
        n / 12.92 if n <= 0.04045 else ((n + 0.055) / 1.055) ** 2.4 for n in (c / 255 for c in colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
