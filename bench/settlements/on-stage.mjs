import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { request } from "undici";

/** Has the stage's Klarna make a settlement with a report of so many transactions, and announce it; answers its id. */
export async function makeReport({ emulatorUrl }, rows, announce = true) {
  const settlement_id = `BENCH-${rows}-${Date.now()}`;
  const order = { environment: "test", settlement_id, rows, announce };
  const made = await fetch(`${emulatorUrl}/__emulator/settlements`, { method: "POST", body: JSON.stringify(order) });
  if (!made.ok) throw new Error(`The emulator refused the settlement: ${await made.text()}`);
  return settlement_id;
}

/** Waits until the desk has come so far with a report, `loading` or `ready`. */
export async function reportIs(desk, settlementId, state) {
  await comesTo(desk, settlementId, `The report of ${settlementId} isn't ${state}`, ({ report }) => {
    if (report === "refused") throw new Error("The report was refused.");
    return report === state || report === "ready";
  });
}

/** Waits until the desk has held the fees of a loaded report against the plans, and so has nothing more to do with it. */
export async function feesAreChecked(desk, settlementId) {
  await comesTo(desk, `${settlementId}/fees`, `The fees of ${settlementId} aren't checked`, ({ checked_at }) => checked_at !== null);
}

async function comesTo({ deskUrl, cookie }, path, complaint, isThere) {
  const url = `${deskUrl}/api/desk/settlements/${path}?environment=test`;
  for (const ends = Date.now() + 900_000; Date.now() < ends; await sleep(250)) {
    const answer = await fetch(url, { headers: { cookie } });
    if (answer.ok && isThere(await answer.json())) return;
  }
  throw new Error(`${complaint} after a quarter of an hour.`);
}

/** Klarna's own file of a settlement, on the disk while `act` goes on. */
export async function withFile({ emulatorUrl, apiKey }, settlementId, act) {
  const folder = mkdtempSync(path.join(tmpdir(), "desk-report-"));
  try {
    const file = path.join(folder, "report.csv");
    const { body } = await request(`${emulatorUrl}/v2/settlement/settlements/${settlementId}/csv`, { headers: { authorization: `Basic ${apiKey}` } });
    await writeFile(file, body);
    return await act(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
