import "server-only";

/** SQL for a settlement's number: its id without the prefix that tells its kind, as people and banks write it. The index `settlements_by_number` holds the same. */
export const numberOf = (id: string) => `regexp_replace(${id}, '^.*-', '')`;
