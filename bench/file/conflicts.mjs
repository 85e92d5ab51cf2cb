import { exactFigure, limitFigure, noneFigure } from "../figure.mjs";
import { changedParts, interleave, randomFrom, silentlyLost } from "./interleave.mjs";

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
  const readFile = async () => (await ask("file", "GET")).body.account;
  const read = async () => valuesIn(await readFile());
  const { website_id } = websiteIn(await readFile());
  const begun = { act: "update", round: 0, start: {}, stamps: {}, values: {} };
  const parts = { businessInformation: begun, [`websites ${website_id}`]: begun };
  const edit = await ask("edit", "PUT", { environment: "test", version: 0, content: { parts, rounds: {} } });
  if (edit.status !== 200) throw new Error(`The edit wasn't kept: ${edit.status}`);
  let round = 0;
  const write = async (from, to, resource) => {
    round += 1;
    const id = resource === "websites" ? website_id : undefined;
    const start = sendable(Object.fromEntries(changedParts[resource].map((name) => [name, from[name]])));
    const change = { environment: "test", resource, id, act: "update", round, stamps: {}, start, to: sendable(to) };
    const { status, body } = await ask("edit/parts", "POST", change);
    if (status === 409) return { conflicts: {} };
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body).slice(0, 300)}`);
    if (body.is === "conflict") return { conflicts: Object.fromEntries(body.conflicts.map(({ name, theirs }) => [name, shownAs(theirs)])) };
    return { done: true };
  };
  const start = await read();
  const { accepted, tries, made } = await interleave(
    Array.from({ length: people }, () => ({ read, write })),
    { changes, random: randomFrom(seed), parts: changedParts },
  );
  const lost = silentlyLost(accepted, start, await read());
  return [
    noneFigure({ name: "conflict.lost", ours: lost, of: accepted.length, unit: "changed fields" }),
    exactFigure({ name: "conflict.interleavings", ours: tries, expected: changes, unit: "changes tried to their end" }),
    // A desk that refuses everything loses nothing, and is of no use.
    limitFigure({ name: "conflict.given-up", ours: tries - made, limit: Math.floor(changes / 2), unit: "changes of which nothing came through" }),
  ];
}

function valuesIn(account) {
  const of = { businessInformation: account.extra_account_data?.business_information ?? {}, websites: websiteIn(account) };
  const fields = Object.entries(changedParts).flatMap(([resource, names]) => names.map((name) => ({ name, part: of[resource] })));
  return Object.fromEntries(fields.map(({ name, part }) => [name, shownAs(name.split(".").reduce((value, inner) => value?.[inner], part))]));
}

function websiteIn(account) {
  return account.channel?.websites?.[0] ?? {};
}

/** A list as one text, which is how two are told apart. */
function shownAs(value) {
  return Array.isArray(value) ? value.join("\n") : value;
}

function sendable(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name === "urls" && value !== undefined ? value.split("\n") : value]));
}
