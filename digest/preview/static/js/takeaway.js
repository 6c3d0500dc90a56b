/** The email taken away: copied, its folder opened; and checked before. */

import * as api from "./api.js";
import { count, make } from "./dom.js";

export async function copyHtml(session) {
  await copied(session, "/out/email.html", "HTML");
}

export async function copyText(session) {
  await copied(session, "/out/email.txt", "Plain text");
}

export async function openFolder(session) {
  await telling(session, async () => {
    const { folder, opened } = await api.openFolder();
    session.say(opened ? `Opened ${folder}` : `The email lies in ${folder}`);
  });
}

export async function check(session) {
  await telling(session, async () => {
    const state = await api.check();
    session.take(state);
    const found = (state.findings ?? []).filter((each) => !each.ignored);
    const of = (level) => found.filter((each) => each.level === level).length;
    session.say(`Checked: ${count(of("error"), "error")}, ${count(of("warning"), "warning")}, ${count(of("note"), "note")}`);
    session.go({ panel: "findings" });
  });
}

async function copied(session, path, words) {
  await telling(session, async () => {
    await toClipboard(await api.text(path));
    session.say(`${words} copied`);
  });
}

async function telling(session, act) {
  try {
    await act();
  } catch (error) {
    session.say(error.message, "refused");
  }
}

/** Browsers give a clipboard only to this computer's own pages; on others the old way still works. */
async function toClipboard(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = make("textarea", { value: text, class: "unseen" });
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("This browser does not let the desk copy; download the file instead");
  return undefined;
}
