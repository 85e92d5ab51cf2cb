import "server-only";

/** SQL: the number of the transfer that a settlement is paid by, which is its id without the prefix of its kind (`XD65-113574395`). Klarna's older API names the payout by it. */
export const transferNumber = (id: string) => `regexp_replace(${id}, '^.*-', '')`;

/** SQL: whether a payout of the older API is the transfer of a settlement. */
export const isTransferOf = (reference: string, settlementId: string) => `${reference} IN (${settlementId}, ${transferNumber(settlementId)})`;
