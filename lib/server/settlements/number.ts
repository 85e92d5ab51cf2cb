import "server-only";

/** SQL for a settlement's number: its id without the prefix that tells its kind, as people and banks write it. The index `settlements_by_number` holds the same. */
export const numberOf = (id: string) => `regexp_replace(${id}, '^.*-', '')`;

/** SQL: whether a reference is that of the transfer by which a settlement is paid: its id or its number. Klarna's older API names the payout by it. Each of the two has an index. */
export const isTransferOf = (reference: string, settlementId: string) => `(${settlementId} = ${reference} OR ${numberOf(settlementId)} = ${reference})`;

/**
 * SQL: a reference as it was given, and in capitals as Klarna writes them, to stand in `IN (…)`. Who types one needn't, and what isn't Klarna's is compared as it is.
 * Folding the columns instead would need an index of its own on each.
 */
export const spellingsOf = (reference: string) => `${reference}, upper(${reference})`;
