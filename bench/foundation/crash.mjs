import { exactFigure, noneFigure } from "../figure.mjs";
import { onIsland } from "./island.mjs";
import { makeLetters } from "./letters.mjs";
import { keepNotes } from "./notes.mjs";
import { compare, makeChanges, untilSettled } from "./people.mjs";

const named = { desk: 90, worker: 40, database: 40, backend: 30 };

/**
 * Kills a process of the stack outright, again and again, while people change things, save drafts and Klarna tells of events; each time at another
 * point: the n-th message that passes between desk, database and Klarna. Whatever was acknowledged must be there, and nothing twice.
 */
export function crash(stage) {
  return onIsland(stage.project, { worker: true }, (island) => crashOn(island, { points: named }));
}

/** The same on an island, with so many points for each kind of process; `patience` is how long nothing may be settled before it counts as stuck. */
export async function crashOn(island, { points, patience = 60_000 }) {
  const people = await makeChanges(island);
  const accounts = await island.emulator("GET", "accounts?environment=test");
  const notes = keepNotes(
    island,
    makeLetters(island),
    accounts.map(({ account_id }) => account_id),
  );
  const over = { yet: false };
  const busy = [people.ask, people.ask, people.ask, people.ask, notes.saveDraft, notes.tell].map((work) => until(over, work));
  const killed = await killAt(schedule(points), island);
  over.yet = true;
  await Promise.all(busy);
  await untilSettled(island.query, patience);
  const { doubled, lost, stuck } = await compare(people, island.query);
  const changes = people.asked.length;
  return [
    exactFigure({ name: "crash.points", ours: killed, expected: Object.values(points).reduce((sum, count) => sum + count, 0), unit: "kills" }),
    noneFigure({ name: "crash.doubled", ours: doubled, of: changes, unit: "changes" }),
    noneFigure({ name: "crash.lost", ours: lost, of: changes, unit: "changes" }),
    noneFigure({ name: "crash.stuck", ours: stuck, of: changes, unit: "changes" }),
    noneFigure({ name: "crash.drafts-lost", ours: await notes.draftsLost(), of: notes.saved(), unit: "saves" }),
    noneFigure({ name: "crash.events-lost", ours: await notes.eventsLost(), of: notes.told(), unit: "events" }),
  ];
}

/** Whom to kill at which message, in turns. Every third waits for one of Klarna's answers; of each the message is held back once, and once let go. */
function schedule(points) {
  const spread = 60;
  const all = Object.entries(points).flatMap(([target, count]) =>
    Array.from({ length: count }, (_, at) => {
      const only = at % 6 < 2 ? "answers" : "everything";
      return { target, only, message: 1 + Math.floor(((at >> 1) * spread) / count) * (only === "answers" ? 1 : 2), held: at % 2 === 0, turn: at / count };
    }),
  );
  return all.sort((one, other) => one.turn - other.turn);
}

async function killAt(points, island) {
  let killed = 0;
  for (const point of points) {
    await island.desk.ready();
    const victim = await victims[point.target](island);
    // A message passes within moments: people are at work.
    await island.trap.spring(point, () => process.kill(victim, "SIGKILL"));
    killed += 1;
    await revive[point.target](island);
  }
  await island.desk.ready();
  return killed;
}

const victims = {
  desk: ({ desk }) => desk.pid(),
  worker: ({ worker }) => worker.pid(),
  database: ({ database }) => database.pid(),
  // One that works for the desk: PostgreSQL then ends all others too, and recovers.
  backend: async ({ query }) => {
    const busiest = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name = '' ORDER BY query_start DESC LIMIT 1";
    return (await query(busiest))[0].pid;
  },
};

const revive = {
  desk: ({ desk }) => desk.startAgain(),
  worker: ({ worker }) => worker.start(),
  database: ({ database }) => database.start(),
  backend: () => undefined,
};

async function until(over, work) {
  while (!over.yet) await work(() => over.yet);
}
