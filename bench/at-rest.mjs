import { setTimeout as sleep } from "node:timers/promises";

/** How many requests the emulated Klarna has received: of one operation, or of all. */
export async function receivedBy({ emulatorUrl }, operation) {
  const all = await (await fetch(`${emulatorUrl}/__emulator/requests`)).json();
  return (operation ? [all[operation] ?? {}] : Object.values(all)).reduce((sum, { received = 0 }) => sum + received, 0);
}

/** Waits until what the desk reads by itself is read: for three seconds nothing is asked for. */
export async function atRest(desk, operation) {
  for (let last = -1; ; await sleep(3_000)) {
    const received = await receivedBy(desk, operation);
    if (received === last) return;
    last = received;
  }
}
