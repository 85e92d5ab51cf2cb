import { conflict, forbidden } from "../http/refusal";
import type { Account, Piece } from "../state/account";
import { accountOf, type Call, type Handler } from "./handler";
import { manageable } from "./manageable";
import { newAccount } from "./onboarding";
import { isEndedByKlarna } from "./products";
import { mergedAccount } from "./update";

/** Onboarding, migration, reading and changing of whole accounts. */
export const accountHandlers: Readonly<Record<string, Handler>> = {
  "accounts.onboard": onboard,
  "accounts.migrate": migrate,
  "accounts.get": read,
  "accounts.update": update,
};

function onboard(call: Call): Piece {
  const account = newAccount(call);
  if (call.world.references.has(account.account_reference)) throw conflict("An account with this account_reference exists already.");
  return receipt(call.klarna.setUp(call.world, account, "INITIAL_SETUP"));
}

/** Overwrites all that is known of an account with the same reference, under its id; but what Klarna has put an end to, only Klarna begins again. */
function migrate(call: Call): Piece {
  const known = call.world.references.get(String(call.body.account_reference));
  const { state, products } = known === undefined ? { state: undefined, products: [] } : call.world.account(known);
  if (state === "DISABLED" || products.some(isEndedByKlarna)) throw forbidden("Klarna has disabled this account, or one of its products.");
  const account = newAccount(call, known);
  return receipt(call.klarna.setUp(call.world, account, "INITIAL_SETUP"));
}

function read(call: Call): Piece {
  const account = accountOf(call);
  const expansions = (call.query.expand ?? []) as readonly string[];
  return { ...summary(account), ...expand(account, new Set(expansions)) };
}

function update(call: Call): Piece {
  const before = manageable(call);
  return summary(call.klarna.setUp(call.world, mergedAccount(call, before), "ACCOUNT_UPDATE"));
}

function receipt({ account_id, account_reference, account_name, state, state_reason }: Account): Piece {
  return { account_id, account_reference, account_name, state, state_reason };
}

function summary(account: Account): Piece {
  const { account_group_reference, account_group_id, account_owner } = account;
  return { ...receipt(account), account_group_reference, account_group_id, account_owner };
}

function expand(account: Account, asked: ReadonlySet<string>): Piece {
  const given = <Value>(name: string, value: Value) => (asked.has(name) ? value : undefined);
  const { account_information, business_information, settlement_information, stakeholders, bank_accounts } = account;
  const channel = { websites: given("channel.websites", account.websites), collections: given("channel.collections", account.collections) };
  const extra_account_data = {
    account_information: given("extra-account-data.account-information", account_information),
    business_information: given("extra-account-data.business-information", business_information),
    beneficiary_information: given("extra-account-data.beneficiary-information", { stakeholders }),
    settlement_information: given("extra-account-data.settlement-information", { ...settlement_information, bank_accounts }),
  };
  return { products: given("products", account.products), channel: unlessEmpty(channel), extra_account_data: unlessEmpty(extra_account_data) };
}

function unlessEmpty(piece: Piece): Piece | undefined {
  return Object.values(piece).some((value) => value !== undefined) ? piece : undefined;
}
