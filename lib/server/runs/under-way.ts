import "server-only";

/** SQL: whether a run (`u`) is being worked on, or waits for a worker: its time has come, and nobody and nothing has stopped it. */
export function underWay(u: string): string {
  return `(${goesOn(u)} AND ${u}.starts_at <= now())`;
}

/** SQL: whether a run (`u`) is scheduled: its time is still to come, and nobody has cancelled it. */
export function isScheduled(u: string): string {
  return `(${goesOn(u)} AND ${u}.starts_at > now())`;
}

function goesOn(u: string): string {
  return `${u}.finished_at IS NULL AND ${u}.cancelled_at IS NULL AND ${u}.paused_at IS NULL AND ${u}.stopped IS NULL`;
}
