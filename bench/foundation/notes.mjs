import { setTimeout as sleep } from "node:timers/promises";

/** Drafts that are saved and events that are told, again and again, with a note of each one that the desk acknowledged; and what of it is gone. */
export function keepNotes({ deskUrl, cookie, query }, { eventAbout, deliver }, accountIds) {
  const drafts = new Map();
  const events = [];
  let saves = 0;
  let current;
  return { saveDraft, tell, draftsLost, eventsLost, saved: () => saves, told: () => events.length };

  async function saveDraft() {
    if (!current || current.version > 20) current = await ask("POST", "", { title: "A draft", content: {} });
    else current = await ask("PUT", `/${current.id}`, { version: current.version, title: `Save ${saves}`, content: { account_name: `Save ${saves}` } });
    if (!current) return sleep(50);
    drafts.set(current.id, current.version);
    saves += 1;
  }

  async function ask(method, path, given) {
    const body = JSON.stringify({ environment: "test", ...given });
    try {
      const response = await fetch(`${deskUrl}/api/desk/drafts${path}`, { method, headers: { cookie }, body, signal: AbortSignal.timeout(30_000) });
      const { id, version } = await response.json();
      return response.ok ? { id, version } : undefined;
    } catch {
      return undefined;
    }
  }

  async function tell(isOver) {
    const event = eventAbout(accountIds[events.length % accountIds.length]);
    while (!isOver()) {
      if ((await deliver(event)) === 200) return void events.push(event.event_id);
      await sleep(50);
    }
  }

  async function draftsLost() {
    const kept = new Map((await query("SELECT id, version FROM drafts")).map(({ id, version }) => [id, version]));
    return [...drafts].filter(([id, version]) => (kept.get(id) ?? 0) < version).length;
  }

  /** Acknowledged, but not stored, or stored and never looked at. */
  async function eventsLost() {
    for (let tries = 0; tries < 300; tries++) {
      const [{ waiting }] = await query("SELECT count(*)::int AS waiting FROM webhook_events WHERE processed_at IS NULL");
      if (waiting === 0) break;
      await sleep(100);
    }
    const kept = new Set((await query("SELECT event_id FROM webhook_events WHERE processed_at IS NOT NULL")).map(({ event_id }) => event_id));
    return events.filter((id) => !kept.has(id)).length;
  }
}
