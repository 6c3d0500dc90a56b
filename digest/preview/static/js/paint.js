/**
 * A panel painted anew without the editor losing their place.
 *
 * Rule 1. Elements with a data-key are known again: focus, selection and opened details outlive a painting.
 *         Where the one with the focus is gone, the fold it stood in has it.
 * Rule 2. What is being typed and not sent yet is the editor's and stays, whatever came from elsewhere.
 * Rule 3. A panel whose facts are the same is not painted at all.
 */

const facts = new WeakMap();

/** Paints `panel` with what `draw` gives, unless `known` (any JSON) is what was painted last. */
export function paint(panel, known, draw) {
  const said = JSON.stringify(known);
  if (facts.get(panel) === said) return;
  facts.set(panel, said);
  const before = remembered(panel);
  panel.replaceChildren(...[draw()].flat(Infinity).filter(Boolean));
  restore(panel, before);
}

function remembered(panel) {
  const active = panel.contains(document.activeElement) ? document.activeElement : null;
  const open = new Map();
  for (const each of panel.querySelectorAll("details[data-key]")) open.set(each.dataset.key, each.open);
  if (!active) return { open };
  const typed = "defaultValue" in active && active.value !== active.defaultValue ? active.value : null;
  const range = typeof active.selectionStart === "number" ? [active.selectionStart, active.selectionEnd] : null;
  return { open, key: active.dataset.key, fold: active.closest("details[data-key]")?.dataset.key, typed, range };
}

function restore(panel, { open, key, fold, typed, range }) {
  for (const each of panel.querySelectorAll("details[data-key]")) {
    if (open.has(each.dataset.key)) each.open = open.get(each.dataset.key);
  }
  const found = (name) => name && panel.querySelector(`[data-key="${CSS.escape(name)}"]`);
  const again = found(key);
  if (!again || again.disabled) return void found(fold)?.querySelector("summary").focus({ preventScroll: true });
  if (typed !== null) again.value = typed;
  again.focus({ preventScroll: true });
  if (range && again.setSelectionRange) again.setSelectionRange(...range);
}
