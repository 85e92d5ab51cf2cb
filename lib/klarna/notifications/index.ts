import type { Operation } from "../operation";
import { signingKeys } from "./signing-keys";
import { notificationWebhooks } from "./webhooks";

/**
 * The operations of Klarna's Notifications API, by name: rows of the same shape as those of the Partner Management API, on the same host,
 * but none of its 48. The general door doesn't open to them; only the desk's own steps take them.
 */
export const notificationOperations: ReadonlyMap<string, Operation> = new Map(
  [signingKeys, notificationWebhooks].flatMap((resource) => Object.values<Operation>(resource)).map((operation) => [operation.name, operation]),
);
