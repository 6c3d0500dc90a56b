/** On a narrow window one part of the desk is seen at a time; these are the doors between them. */

import { button } from "./dom.js";

const ROOMS = { stories: "Stories", stage: "Email", side: "Desk" };

export class Rooms {
  constructor(element, main) {
    this.main = main;
    this.doors = new Map();
    for (const [room, words] of Object.entries(ROOMS)) {
      this.doors.set(room, button(words, () => this.enter(room)));
    }
    element.append(...this.doors.values());
    this.enter("stage");
  }

  enter(room) {
    this.main.dataset.room = room;
    for (const [name, door] of this.doors) door.setAttribute("aria-pressed", String(name === room));
  }
}
