/** Keys that work everywhere on the desk, what is dropped on it, and what is pasted into nothing. */

import { make, isTyping } from "./dom.js";
import { box } from "./diff.js";

const KEYS = [
  ["Ctrl Z", "Undo"], ["Ctrl Shift Z", "Redo"], ["Alt ↑ ↓", "Move the story that has the focus"],
  ["Ctrl V", "Add the article on the clipboard"], ["Enter", "Keep what was typed into a field"],
  ["Esc", "Leave a field as it was, or close a box"], ["?", "These keys"],
];

export function listenForKeys(session, adding) {
  addEventListener("keydown", (event) => {
    if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
    const key = event.key.toLowerCase(), held = event.ctrlKey || event.metaKey;
    if (held && key === "z") (event.preventDefault(), event.shiftKey ? session.redo() : session.undo());
    if (held && key === "y") (event.preventDefault(), session.redo());
    if (key === "?" && !held) help();
  });
  addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain");
    if (text && !isTyping(event.target)) adding.open(text);
  });
  addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    adding.take([...event.dataTransfer.files]);
  });
}

function help() {
  box("Keys", make("dl", { class: "keys" }, KEYS.map(([key, words]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, words)])));
}
