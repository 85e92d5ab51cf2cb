import { notificationOperations } from "./notifications";
import type { Operation } from "./operation";
import { operations } from "./operations";

/** Every operation of every API of Klarna's that the desk can have sent, by name. */
export const everyOperation: ReadonlyMap<string, Operation> = new Map([...operations, ...notificationOperations]);
