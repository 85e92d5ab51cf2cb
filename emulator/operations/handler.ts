import type { Klarna } from "../klarna";
import type { Account, Piece } from "../state/account";
import type { World } from "../state/world";

/** A request that was let in and found valid. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Piece;
  readonly body: Piece;
  /** Its absolute URL, for links. */
  readonly address: string;
  readonly klarna: Klarna;
  readonly world: World;
}

/** Does what one operation does, in one transaction, and returns what Klarna answers; throws a Refusal and nothing has happened. */
export type Handler = (call: Call) => unknown;

/** A path parameter of the operation. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? "";
}

/** The account that the path names. */
export function accountOf(call: Call): Account {
  return call.world.account(param(call, "account_id"));
}
