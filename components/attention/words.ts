import type { AttentionAct, AttentionFilter, AttentionItem, AttentionRuleName, AttentionShow, AttentionTab } from "@/lib/desk/attention";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

/** What a rule finds, in few words. */
export const ruleWords: Readonly<Record<AttentionRuleName, string>> = {
  stuck: "Stuck in setting up",
  "operation-unknown": "Unclear operation",
  "webhook-late": "Late webhook",
  "product-disabled": "Product disabled by Klarna",
  "program-ending": "Program ends soon",
  "people-incomplete": "People incomplete",
  unseen: "Not seen for 30 days",
  mention: "Named in a note",
  "certificate-expiring": "Certificate expires",
  "webhooks-silent": "No webhooks come",
  "settlement-differs": "Settlement doesn't add up",
  "settlement-unpaid": "Settlement not paid out",
  "payout-differs": "Payout doesn't add up",
  "payout-held": "Klarna holds money back",
  "payout-late": "Payout didn't come",
  "payouts-unread": "Payouts aren't read",
  "run-stopped": "Run has stopped",
  "run-failed": "Run with failures",
  "import-incomplete": "List not read whole",
};

export const tabWords: Readonly<Record<AttentionTab, string>> = { mine: "Mine", unassigned: "Unassigned", all: "All" };

export const showWords: Readonly<Record<AttentionShow, string>> = { open: "To look at now", snoozed: "Put off", done: "Done" };

/** What was done, after the name of what it was done with. */
export const doneWords: Readonly<Record<AttentionAct["act"], string>> = {
  assign: "has somebody else to take care of it",
  due: "is due at another time",
  snooze: "is put off",
  done: "is marked as done",
  undo: "is open again",
};

/** How a thing's merchant is called, as well as the desk knows. */
export function merchantOf({ merchant, account_id }: Pick<AttentionItem, "merchant" | "account_id">): string {
  return merchant ?? account_id ?? "A merchant that isn't onboarded yet";
}

/** The section of a merchant's page where a thing is seen; the overview has most. */
const sections: Readonly<Partial<Record<string, string>>> = { mention: "activity", "people-incomplete": "people", "program-ending": "programs" };

/** Where a thing is looked at: at its merchant, or where none is known yet at its operation; a certificate, webhooks, money and a run belong to no merchant. */
export function placeOf({ environment, account_id, operation_id, settlement_id, payment_reference, merchant_id, run_id, rule }: AttentionItem): string {
  if (settlement_id) return routes.settlement(environment, settlement_id);
  if (payment_reference) return routes.payout(environment, payment_reference);
  if (run_id) return routes.run(environment, run_id);
  if (rule === "payout-late") return routes.payouts(environment, merchant_id ? { merchant: merchant_id } : {});
  if (rule === "payouts-unread") return routes.payoutReadings(environment);
  if (rule === "certificate-expiring") return routes.certificates(environment);
  if (rule === "webhooks-silent") return routes.webhooks();
  if (rule === "import-incomplete") return routes.importMerchants(environment);
  if (!account_id) return routes.operation(operation_id ?? "");
  return routes.merchant(environment, account_id, sections[rule] ?? "");
}

/** Gives a thing to somebody, or back to nobody; for as long as it is still whose it was. */
export function toward(from: string | null, to: string | null): AttentionAct {
  return { act: "assign", person_id: to, from };
}

/** What the address of a filtered list says: what is usual is left out. */
export function toSearch({ tab, show, sort, environment, rule }: AttentionFilter): Readonly<Record<string, string>> {
  return {
    tab,
    ...(show !== "open" && { show }),
    ...(sort !== "due" && { sort }),
    ...(environment && { environment }),
    ...(rule && { rule }),
  };
}

/** Where all that a rule finds can be seen, where there is such a list. */
export function listOf(rule: AttentionRuleName, environment: Environment): string | undefined {
  if (rule === "operation-unknown") return routes.operations;
  if (rule === "certificate-expiring") return routes.certificates(environment);
  if (rule === "webhooks-silent") return routes.webhooks();
  if (rule === "settlement-differs") return routes.settlements(environment, { verdict: "differs" });
  if (rule === "settlement-unpaid") return routes.settlements(environment, { paid: "late" });
  if (rule === "payout-differs") return routes.payouts(environment, { proof: "odd" });
  if (rule === "payouts-unread") return routes.payoutReadings(environment);
  if (rule === "run-stopped" || rule === "run-failed") return routes.runs(environment);
  if (rule === "import-incomplete") return routes.importMerchants(environment);
  const search = lists[rule];
  return search && routes.merchants(environment, search);
}

const lists: Readonly<Partial<Record<AttentionRuleName, Readonly<Record<string, string>>>>> = {
  stuck: { state: "PARTIALLY_OPERATIONAL" },
  "product-disabled": { product: "DISABLED" },
  unseen: { unseen_days: "30" },
};
