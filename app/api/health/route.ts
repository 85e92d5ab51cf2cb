import { query } from "@/lib/server/db/client";

/** Ready when the desk's own database answers. Says nothing else: anybody may ask. */
export async function GET() {
  const ready = await query("SELECT 1").then(
    () => true,
    () => false,
  );
  return Response.json({ live: true, ready }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
