import { exactFigure, noneFigure } from "../figure.mjs";
import { onIsland } from "./island.mjs";
import { compare, makeChanges, untilSettled } from "./people.mjs";

const kinds = ["429", "500", "503", "slow", "hang", "cut-before", "cut-after", "half", "garbage", "500-after"];
const share = 0.3;

/** Changes through the desk while three of ten of Klarna's answers go wrong, in every way the emulator knows: each is done, once. */
export function faults(stage) {
  return onIsland(stage.project, {}, (island) => faultsOn(island, { changes: 10_000 }));
}

/** The same on an island, with so many changes; `patience` is how long nothing may be settled before it counts as stuck. */
export async function faultsOn(island, { changes, atOnce = 16, patience = 60_000 }) {
  const people = await makeChanges(island);
  await orderFaults(island.emulator);
  await Promise.all(Array.from({ length: atOnce }, () => work(people, changes)));
  await untilSettled(island.query, patience);
  await island.emulator("DELETE", "faults");
  const { effects, doubled, lost, stuck } = await compare(people, island.query);
  return [
    exactFigure({ name: "faults.effects", ours: effects, expected: changes, unit: "effects" }),
    noneFigure({ name: "faults.doubled", ours: doubled, of: changes, unit: "changes" }),
    noneFigure({ name: "faults.lost", ours: lost, of: changes, unit: "changes" }),
    noneFigure({ name: "faults.stuck", ours: stuck, of: changes, unit: "changes" }),
  ];
}

async function work(people, changes) {
  while (people.asked.length < changes) await people.ask();
}

/** Each kind strikes as often as every other. The emulator tries them in order, so the later ones see fewer requests. */
async function orderFaults(emulator) {
  const each = share / kinds.length;
  for (const [at, kind] of kinds.entries())
    await emulator("POST", "faults", { operation: "*", kind, probability: each / (1 - each * at), ...(kind === "slow" && { ms: 300 }) });
}
