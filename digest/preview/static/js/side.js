/** The right of the desk: one of four panels, under its tabs. */

import { make } from "./dom.js";
import { PANELS } from "./route.js";

const CALLED = { findings: "Findings", story: "Story", issue: "Issue", evidence: "Evidence" };
const KEYS = { ArrowLeft: -1, ArrowRight: 1 };

export class Side {
  constructor(element, session, rooms, panels) {
    this.session = session;
    this.tabs = PANELS.map((name) => this.tab(name));
    this.panels = PANELS.map((name) => panels[name].element);
    PANELS.forEach((name, n) => {
      const known = { id: `panel-${name}`, role: "tabpanel", tabindex: "0", "aria-labelledby": `tab-${name}` };
      for (const [key, value] of Object.entries(known)) this.panels[n].setAttribute(key, value);
    });
    const list = make("div", { class: "tabs", role: "tablist", "aria-label": "Desk" }, this.tabs);
    list.addEventListener("keydown", (event) => this.step(event));
    element.append(list, ...this.panels);
    this.count = make("span", { class: "badge" });
    this.tabs[0].append(this.count);
    session.on("route", () => this.show());
    session.on("state", (state) => this.tell(state));
    session.on("line", () => this.open("evidence", rooms));
    session.on("panel", () => rooms.enter("side"));
    this.show();
  }

  tab(name) {
    const known = { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}` };
    return make("button", { ...known, on: { click: () => this.session.go({ panel: name }) } }, CALLED[name]);
  }

  open(panel, rooms) {
    this.session.go({ panel });
    rooms.enter("side");
  }

  show() {
    PANELS.forEach((name, n) => {
      const chosen = name === this.session.route.panel;
      this.tabs[n].setAttribute("aria-selected", String(chosen));
      this.tabs[n].tabIndex = chosen ? 0 : -1;
      this.panels[n].hidden = !chosen;
    });
  }

  step(event) {
    const step = KEYS[event.key];
    if (!step) return;
    const n = (this.tabs.indexOf(document.activeElement) + step + PANELS.length) % PANELS.length;
    this.session.go({ panel: PANELS[n] });
    this.tabs[n].focus();
  }

  tell(state) {
    const found = (state.findings ?? []).filter((each) => !each.ignored && each.level !== "note");
    this.count.textContent = found.length ? String(found.length) : "";
    this.count.className = `badge is-${found.some((each) => each.level === "error") ? "error" : "warning"}`;
    this.count.hidden = !found.length;
  }
}
