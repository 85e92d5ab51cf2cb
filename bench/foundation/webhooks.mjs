import { setTimeout as sleep } from "node:timers/promises";
import { exactFigure, noneFigure } from "../figure.mjs";
import { onIsland } from "./island.mjs";
import { makeLetters } from "./letters.mjs";

const share = { duplicate: 0.1, badlySigned: 0.01 };
const atOnce = 16;

/**
 * Klarna's webhooks in no order, some of them twice, some signed by somebody else, while the database is killed again and again. Klarna repeats what
 * isn't answered by a 2xx.
 */
export function webhooks(stage) {
  return onIsland(stage.project, {}, (island) => webhooksOn(island, { deliveries: 100_000, restarts: 6 }));
}

/**
 * The same on an island, whose inbox is emptied before, with so many deliveries. `patience` is how long (ms) nothing may move at the end: a job that was
 * cut off with its database is taken up again only when its lease of a minute is over.
 */
export async function webhooksOn(island, { deliveries, restarts, patience = 150_000 }) {
  await island.query("DELETE FROM webhook_events");
  const accounts = (await island.emulator("GET", "accounts?environment=test")).map(({ account_id }) => account_id);
  const { eventAbout, deliver } = makeLetters(island);
  const post = shuffled(lettersOf(deliveries, (number) => eventAbout(accounts[number % accounts.length])));
  const left = [...post];
  const accepted = [];
  const work = async () => {
    for (let letter = left.pop(); letter; letter = left.pop()) if (await insist(letter, deliver)) accepted.push(letter);
  };
  await Promise.all([restart(island, restarts, () => left.length / post.length), ...Array.from({ length: atOnce }, work)]);
  await untilLookedAt(island.query, patience);
  return figures(island, post, accepted);
}

/** Whether it was taken: what is neither taken nor refused is delivered again. */
async function insist(letter, deliver) {
  for (;;) {
    const status = await deliver(letter.event, letter);
    if (status >= 200 && status < 300) return true;
    if (status === 400) return false;
    await sleep(100);
  }
}

/** So many deliveries in all; who is badly signed tells of an event that there never was. */
function lettersOf(deliveries, newEvent) {
  const forged = Math.round(deliveries * share.badlySigned);
  const twice = Math.round(deliveries * share.duplicate);
  const once = Array.from({ length: deliveries - forged - twice }, (_, number) => ({ event: newEvent(number), signed: true }));
  return [...once, ...once.slice(0, twice), ...Array.from({ length: forged }, (_, number) => ({ event: newEvent(number), signed: false }))];
}

function shuffled(items) {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1));
    [items[last], items[other]] = [items[other], items[last]];
  }
  return items;
}

/** At even distances: killed outright, and the next time one of its processes only. */
async function restart({ database, desk, query }, times, left) {
  for (let time = 1; time <= times; time++) {
    while (left() > 1 - time / (times + 1)) await sleep(20);
    if (time % 2 === 1) {
      process.kill(database.pid(), "SIGKILL");
      await database.start();
    } else {
      const [{ pid }] = await query("SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name = '' LIMIT 1");
      process.kill(pid, "SIGKILL");
    }
    await desk.ready();
  }
}

async function figures({ query, emulator }, post, accepted) {
  // The emulator itself may have had something to tell.
  const others = (await emulator("GET", "deliveries")).map(({ event_id }) => event_id);
  const stored = await query("SELECT event_id, processed_at IS NOT NULL AS effective FROM webhook_events WHERE event_id <> ALL($1)", [others]);
  const ids = new Set(stored.map(({ event_id }) => event_id));
  const valid = new Set(post.filter(({ signed }) => signed).map(({ event }) => event.event_id));
  const forged = post.filter(({ signed }) => !signed);
  return [
    exactFigure({ name: "webhooks.effects", ours: stored.filter(({ effective }) => effective).length, expected: valid.size, unit: "events" }),
    noneFigure({
      name: "webhooks.not-stored",
      ours: accepted.filter(({ event }) => !ids.has(event.event_id)).length,
      of: accepted.length,
      unit: "answers of 2xx",
    }),
    noneFigure({ name: "webhooks.forged", ours: accepted.filter(({ signed }) => !signed).length, of: forged.length, unit: "deliveries" }),
  ];
}

/** An event has had its effect once its account was read after it came. */
async function untilLookedAt(query, patience) {
  let before = Number.POSITIVE_INFINITY;
  for (let last = performance.now(); performance.now() - last < patience; await sleep(200)) {
    const [{ waiting }] = await query("SELECT count(*)::int AS waiting FROM webhook_events WHERE processed_at IS NULL");
    if (waiting === 0) return;
    if (waiting < before) last = performance.now();
    before = waiting;
  }
}
