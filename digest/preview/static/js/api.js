/**
 * The only module that knows what the server is asked and what it answers; everything else uses the shapes
 * below.
 */

/**
 * @typedef {{start: number, end: number}} Span  characters (code points) of a story's source
 * @typedef {{value: any, origin: string, evidence: Span[], parts: Record<string, string>}} Decided
 * @typedef {{number: number, start: number, end: number, text: string, sort: string, reason: string,
 *   index: number, decided: boolean}} Line
 * @typedef {{edit: string} & Record<string, any>} Edit
 */

/** What the server refuses; `status` is HTTP's, `body` what it said besides its words. */
export class Refused extends Error {
  constructor(status, body) {
    super(body.message || "The desk does not answer.");
    this.status = status;
    this.body = body;
  }
}

async function answered(response) {
  const text = await response.text();
  const body = json(text);
  if (!response.ok) throw new Refused(response.status, body ?? { message: text.trim() });
  return body;
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function ask(path) {
  return answered(await fetch(path));
}

async function send(path, body) {
  return answered(await fetch(path, { method: "POST", headers: { "X-Desk": "1" }, body }));
}

export const state = () => ask("/api/state");
export const check = () => ask("/api/check");
export const suggestions = () => ask("/api/suggestions");
export const openFolder = () => send("/api/open-folder");
export const undo = () => send("/api/undo");
export const redo = () => send("/api/redo");

/** Makes an edit against a version of issue.toml. */
export const edit = (change, version) => send("/api/edit", JSON.stringify({ version, change }));

/** Where the issue can go, and how far it has come: {providers, known, proof, standing}. */
export const outlets = () => ask("/api/sendoff");

/** What would be sent, or handed over, with a ticket to say yes with ("" where there is nothing to say yes to). */
export const showProof = (to) => send("/api/proof/prepare", JSON.stringify({ to }));
export const showPlan = (provider) => send("/api/handoff/prepare", JSON.stringify({ provider }));

/** Says yes to what was shown; refused with 409 when it would be something else by now. */
export const sendProof = (ticket) => send("/api/proof/send", JSON.stringify({ ticket }));
export const handOver = (ticket, overwrite) => send("/api/handoff/go", JSON.stringify({ ticket, overwrite }));

/** A story, its source line by line, and what can be chosen of it: {story, source, article, sentences, quotes}. */
export const story = async (slug) => decided(await ask(`/api/story/${encodeURIComponent(slug)}`));

/** Reads a pasted text, an address, or what lies in the tray with lines assigned; adds nothing. */
export const capture = async (given) => decided(await send("/api/capture", JSON.stringify(given)));

/** Reads a file; adds nothing. */
export const captureFile = async (file) => decided(await send(`/api/capture?name=${encodeURIComponent(file.name)}`, file));

/** The same with the lines marked that the editor assigned. */
function decided(told) {
  const { lines, assigned } = told.source;
  const marked = lines.map((line) => ({ ...line, decided: String(line.number) in assigned }));
  return { ...told, source: { ...told.source, lines: marked } };
}

/** The text of a view or a file of the email. */
export async function text(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Refused(response.status, { message: (await response.text()).trim() });
  return response.text();
}

/** Where the email is shown. */
export function viewAddress({ scheme, images }) {
  return `/view/html?scheme=${scheme}&images=${images ? "on" : "off"}`;
}

/** Calls `heard` for every event ({version, kind}) and `linked` whenever the line is up or down. */
export function listen(heard, linked) {
  const events = new EventSource("/events");
  events.addEventListener("message", (event) => heard(JSON.parse(event.data)));
  events.addEventListener("open", () => linked(true));
  events.addEventListener("error", () => linked(false));
}
