import { noneFigure } from "../figure.mjs";
import { plantCanaries } from "./canaries.mjs";
import { onIsland } from "./island.mjs";
import { makeRequests } from "./requests.mjs";
import { makeSender } from "./sender.mjs";
import { makeSessions } from "./sessions.mjs";

const atOnce = 8;
const anewAfter = 400;

/** Requests that nobody should send, as everybody who could: none shows what its sender may not see, and none is answered by a fault. */
export async function hostile(stage) {
  const { tsImport } = await import("tsx/esm/api");
  const { operations } = await tsImport("../../lib/klarna/operations/index.ts", import.meta.url);
  const { can } = await tsImport("../../lib/klarna/permissions.ts", import.meta.url);
  return onIsland(stage.project, {}, async (island) =>
    hostileOn(island, { project: stage.project, requests: 20_000, operations, planted: await plantCanaries(island, can) }),
  );
}

/** The same on an island, with so many requests; `operations` are the contract's. */
export async function hostileOn(island, { project, requests, operations, planted }) {
  const { nextRequest, learnIds } = makeRequests({ project, operations, planted });
  const sender = makeSender(island.deskUrl);
  const found = { leaks: [], faults: [] };
  for (let sent = 0; sent < requests; sent += anewAfter) {
    // What was sent so far may have ended sessions and disabled people.
    const sessions = await makeSessions(island);
    await learnIds(island.query);
    let left = Math.min(anewAfter, requests - sent);
    const work = async () => {
      while (left-- > 0) await ask(nextRequest(sessions));
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }
  sender.close();
  for (const [what, cases] of Object.entries(found)) for (const example of cases.slice(0, 12)) console.error(`hostile ${what}: ${example}`);
  return [
    noneFigure({ name: "hostile.leaks", ours: found.leaks.length, of: requests, unit: "requests" }),
    noneFigure({ name: "hostile.faults", ours: found.faults.length, of: requests, unit: "requests" }),
  ];

  async function ask(request) {
    const answer = await sender.send(request);
    const seen = planted.marks.filter(({ text, visible }) => !visible(request.session.role) && answer.text.includes(text) && !request.carries(text));
    const { cookie: _, ...headers } = request.headers;
    const told = `${request.method} ${request.path.slice(0, 150)} as ${request.session.what}, ${JSON.stringify(headers).slice(0, 150)}: ${answer.status}`;
    if (seen.length > 0) found.leaks.push(`${told} shows ${seen.map(({ what }) => what).join(", ")}`);
    if (answer.status >= 500) found.faults.push(told);
  }
}
