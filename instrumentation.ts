/** Runs once when the server starts: settings are checked, and background work begins. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { boot } = await import("@/lib/server/boot");
  boot();
}
