import { environments } from "@/lib/klarna/environment";
import { keyMark } from "@/lib/server/credentials/own";
import { query } from "@/lib/server/db/client";
import { klarnaSettings } from "@/lib/server/klarna/settings";

/** From now on the desk knows which credentials are its own, so that it may disable others. */
export async function knowOwnKeys(): Promise<void> {
  for (const environment of environments)
    await query("INSERT INTO credentials (environment, credential_id, key_mark) VALUES ($1, $2, $3)", [
      environment,
      crypto.randomUUID(),
      keyMark(klarnaSettings(environment).apiKey),
    ]);
}
