import "server-only";

/** SQL: whether a run (`u`) is being worked on, or waits for a worker: its time has come, and nobody and nothing has stopped it. */
export function underWay(u: string): string {
  return `(${u}.finished_at IS NULL AND ${u}.cancelled_at IS NULL AND ${u}.paused_at IS NULL AND ${u}.stopped IS NULL AND ${u}.starts_at <= now())`;
}
