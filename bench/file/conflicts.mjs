import { exactFigure, noneFigure } from "../figure.mjs";
import { changedFields, interleave, randomFrom, silentlyLost } from "./interleave.mjs";

const changes = Number(process.env.BENCH_CONFLICT_CHANGES ?? 10_000);
const people = 2;

/** Two people at one desk change the same merchant, each from what they saw last: no change is lost that nobody had seen. */
export async function conflicts(stage) {
  const desk = await stage.desk();
  const account = desk.accounts.find(({ state }) => state === "OPERATIONAL");
  const seed = Number(process.env.BENCH_SEED ?? Date.now() % 1_000_000);
  process.stdout.write(`conflict: seed ${seed}\n`);
  const path = `${desk.deskUrl}/api/desk/merchants/${encodeURIComponent(account.account_id)}`;
  const ask = async (way, method, body) => {
    const response = await fetch(`${path}/${way}${body ? "" : "?environment=test"}`, {
      method,
      headers: { cookie: desk.cookie },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  const read = async () => valuesIn((await ask("file", "GET")).body.account);
  const edit = await ask("edit", "PUT", { environment: "test", version: 0, content: { parts: {}, rounds: {} } });
  if (edit.status !== 200) throw new Error(`The edit wasn't kept: ${edit.status}`);
  let round = 0;
  const write = async (from, to) => {
    round += 1;
    const change = { environment: "test", resource: "businessInformation", act: "update", round, stamps: {}, start: from, to };
    const { status, body } = await ask("edit/parts", "POST", change);
    if (status === 409) return { conflicts: {} };
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body).slice(0, 300)}`);
    if (body.is === "conflict") return { conflicts: Object.fromEntries(body.conflicts.map(({ name, theirs }) => [name, theirs])) };
    return { done: true };
  };
  const start = await read();
  const accepted = await interleave(
    Array.from({ length: people }, () => ({ read, write })),
    { changes, random: randomFrom(seed) },
  );
  const lost = silentlyLost(accepted, start, await read());
  return [
    noneFigure({ name: "conflict.lost", ours: lost, of: accepted.length, unit: "changed fields" }),
    exactFigure({ name: "conflict.interleavings", ours: changes, expected: changes, unit: "changes tried" }),
  ];
}

function valuesIn(account) {
  const business = account.extra_account_data?.business_information ?? {};
  return Object.fromEntries(changedFields.map((name) => [name, name.split(".").reduce((value, part) => value?.[part], business)]));
}
