import "server-only";
import { query } from "../db/client";
import { isStopping } from "../stopping";

/** Whether the desk is ready for requests: 200 or 503. Says nothing else, since anybody may ask. */
export async function answerHealth(): Promise<Response> {
  const ready = !isStopping() && (await databaseAnswers());
  return Response.json({ live: true, ready }, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}

function databaseAnswers(): Promise<boolean> {
  return query("SELECT 1").then(
    () => true,
    () => false,
  );
}
