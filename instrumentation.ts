/** Runs once when the server starts: settings are checked, the edge stands, and background work begins. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { boot } = await import("@/lib/server/boot");
  boot();
}

/** A page or a door that failed without catching it. */
export async function onRequestError(error: unknown) {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { noteFault } = await import("@/lib/server/log-guard");
  noteFault("page failed", error);
}
