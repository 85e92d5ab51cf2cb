import "server-only";
import type { AttentionRuleName } from "@/lib/desk/attention";
import { can, type Role } from "@/lib/klarna/permissions";

import type { AttentionRule } from "./rule";
import { productDisabled, stuck, unseen } from "./rules/accounts";
import { certificateExpiring } from "./rules/certificates";
import { importIncomplete } from "./rules/imports";
import { operationUnknown, webhookLate } from "./rules/operations";
import { payoutDiffers, payoutHeld, payoutLate, payoutsUnread } from "./rules/payouts";
import { mention, peopleIncomplete } from "./rules/people";
import { programEnding } from "./rules/programs";
import { runFailed, runStopped } from "./rules/runs";
import { settlementDiffers, settlementUnpaid } from "./rules/settlements";
import { webhooksSilent } from "./rules/webhooks";

/** The rules whose findings are about merchants: what is learned of one bears on these. */
export const merchantRules: readonly AttentionRule[] = [
  stuck,
  operationUnknown,
  webhookLate,
  productDisabled,
  programEnding,
  peopleIncomplete,
  unseen,
  mention,
];

/** Every rule. A row here, or above, is all that a new one needs, besides its name. */
export const rules: readonly AttentionRule[] = [
  ...merchantRules,
  certificateExpiring,
  webhooksSilent,
  settlementDiffers,
  settlementUnpaid,
  payoutDiffers,
  payoutHeld,
  payoutLate,
  payoutsUnread,
  runStopped,
  runFailed,
  importIncomplete,
];

/** The rule by its name; undefined for one that this desk no longer has. */
export function ruleNamed(name: string): AttentionRule | undefined {
  return rules.find((rule) => rule.name === name);
}

/** The names of the rules whose findings a role may see. */
export function rulesSeenBy(role: Role): readonly AttentionRuleName[] {
  return rules.filter(({ permission }) => !permission || can(role, permission)).map(({ name }) => name);
}
