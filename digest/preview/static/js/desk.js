/** The desk's page: makes its parts and lets them meet in the session. */

import { Adding } from "./adding.js";
import { Conflict } from "./conflict.js";
import { at } from "./dom.js";
import { Evidence } from "./evidence.js";
import { Findings } from "./findings.js";
import { IssuePanel } from "./issue.js";
import { listenForKeys } from "./keys.js";
import { Notices } from "./notices.js";
import { showProblems } from "./problems.js";
import { Rooms } from "./rooms.js";
import { Session } from "./session.js";
import { Side } from "./side.js";
import { Stage } from "./stage.js";
import { Stories } from "./stories.js";
import { StoryPanel } from "./story.js";
import { TopBar } from "./topbar.js";

const session = new Session();
const stage = new Stage(at("stage"), session);
const rooms = new Rooms(at("rooms"), at("main"));
const adding = new Adding(session);

const show = async (place) => {
  if (await stage.point(place)) rooms.enter("stage");
};

new TopBar(at("top"), session, show);
new Notices(at("said"), session);
new Conflict(session);
new Stories(at("stories"), session, { show, add: () => adding.open() });
new Side(at("side"), session, rooms, {
  findings: new Findings(session, show),
  story: new StoryPanel(session),
  issue: new IssuePanel(session),
  evidence: new Evidence(session),
});
session.on("state", (state) => showProblems(at("problems"), state));
listenForKeys(session, adding);
session.start();
