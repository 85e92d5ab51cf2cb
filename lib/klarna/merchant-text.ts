import type { Changes } from "./merchant-texts/en/changes";
import type { Reasons, States, Told } from "./merchant-texts/en/states";
import { english, type MerchantTexts } from "./merchant-texts/en/texts";

/** A state as a merchant can be told of it: the row of its text, and of Klarna's reason where it gave one. */
export interface ToTell {
  readonly state: keyof States;
  readonly because?: keyof Reasons | undefined;
}

/** What is known of a change that wasn't made, or nobody knows of whether it was. */
export interface ChangeToTell {
  readonly operation?: string | undefined;
  readonly state?: string | undefined;
  readonly settledBy?: string | null | undefined;
  readonly code?: string | null | undefined;
}

/** A text to tell a merchant how it stands: polite, without names, and promising nothing that isn't known. */
export function stateText({ state, because }: ToTell, texts: MerchantTexts = english): string {
  const { happened, works, next } = texts.states[state];
  return letter({ happened: because ? `${happened} ${texts.reasons[because]}` : happened, works, next }, texts);
}

/** The same about a change that Klarna refused, that wasn't made, or whose outcome isn't known. */
export function changeText({ operation, state, settledBy, code }: ChangeToTell, texts: MerchantTexts = english): string {
  const { asked, askedSomething, came, works } = texts.changes;
  const unclear = state === "unknown" || code === "OUTCOME_UNKNOWN";
  const { happened, next } = came[unclear ? "unclear" : foundOut(settledBy) ? "not-done" : cameOf(code)];
  const told = {
    happened: `${isAsked(operation) ? asked[operation] : askedSomething} ${happened}`,
    works: works[aboutOf(operation)][unclear ? "unclear" : "undone"],
    next,
  };
  return letter(told, texts);
}

/** Whether an operation is one that a merchant can be told of by name. */
export function isAsked(operation: string | undefined): operation is keyof Changes["asked"] {
  return operation !== undefined && Object.hasOwn(english.changes.asked, operation);
}

function letter({ happened, works, next }: Told, { greeting, closing }: MerchantTexts): string {
  return [greeting, happened, works, next, closing].join("\n\n");
}

/** Whether it became known by something else than Klarna's answer: then that answer's code tells nothing any more. */
function foundOut(settledBy: string | null | undefined): boolean {
  return settledBy === "webhook" || settledBy === "read" || settledBy === "person";
}

function cameOf(code: string | null | undefined): keyof Changes["came"] {
  const named = codes.get(code ?? "");
  if (named) return named;
  return /^KLARNA_5\d\d$/.test(code ?? "") ? "busy" : "refused";
}

const codes: ReadonlyMap<string, keyof Changes["came"]> = new Map([
  ["VALIDATION_ERROR", "to-correct"],
  ["RESOURCE_CONFLICT", "conflict"],
  ["KLARNA_409", "conflict"],
  ["RESOURCE_NOT_FOUND", "not-found"],
  ["NOT_FOUND", "not-found"],
  ["KLARNA_404", "not-found"],
  ["OPERATION_FORBIDDEN", "not-allowed"],
  ["KLARNA_BLOCKED", "technical"],
  ["KLARNA_REFUSED_KEY", "technical"],
  ["INVALID_CONTENT_TYPE", "technical"],
  ["SERVER_CONFIGURATION_ERROR", "technical"],
  ["RATE_LIMITED", "busy"],
  ["KLARNA_429", "busy"],
  ["RATE_USED_UP", "busy"],
  ["KLARNA_UNREACHABLE", "busy"],
  ["INTERNAL_ERROR", "busy"],
  ["TIMEOUT", "busy"],
  ["TEMPORARY_UNAVAILABLE", "busy"],
  ["NO_ANSWER", "busy"],
  ["UNREADABLE_ANSWER", "busy"],
]);

function aboutOf(operation: string | undefined): keyof Changes["works"] {
  if (!isAsked(operation)) return "something";
  if (operation === "accounts.onboard") return "opening";
  return operation.startsWith("payment") ? "product" : "details";
}
