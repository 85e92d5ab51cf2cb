import "server-only";

/** SQL that wants the report of a settlement to be loaded, if `where` finds something: it is one the desk has heard of from Klarna, at that moment. */
export function announced(environment: string, settlementId: string, where: string, at = "now()"): string {
  return `
    INSERT INTO settlements AS a (environment, settlement_id, source, announced_at, wanted_at)
    SELECT ${environment}, ${settlementId}, 'announced', ${at}, now() WHERE ${settlementId} IS NOT NULL AND EXISTS (${where})
    ON CONFLICT (environment, settlement_id) DO UPDATE SET announced_at = greatest(a.announced_at, excluded.announced_at), wanted_at = now(), tries = 0`;
}
