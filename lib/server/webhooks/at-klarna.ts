import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { signingKeys } from "@/lib/klarna/notifications/signing-keys";
import { notificationWebhooks } from "@/lib/klarna/notifications/webhooks";
import type { OutputOf } from "@/lib/klarna/operation";
import { type Problem, ProblemError } from "@/lib/klarna/problem";

import { read } from "../operations/read";

type Webhooks = OutputOf<typeof notificationWebhooks.list>["webhooks"];

/** What Klarna's Notifications API says, or why it doesn't. */
export type AtKlarna =
  | { readonly webhooks: Webhooks; readonly keyIds: readonly string[]; readonly problem: null; readonly byHand: false }
  | { readonly webhooks: null; readonly keyIds: null; readonly problem: Problem; readonly byHand: boolean };

/** Asks Klarna for its webhooks and signing keys. Where the API isn't open to this desk (403, or no such route), a person must do things by hand. */
export async function readAtKlarna(environment: Environment): Promise<AtKlarna> {
  const list = (operation: typeof notificationWebhooks.list | typeof signingKeys.list) => read({ environment, operation, params: {} }, "interactive");
  try {
    const [webhooks, keys] = await Promise.all([list(notificationWebhooks.list), list(signingKeys.list)]);
    return {
      webhooks: (webhooks.output as OutputOf<typeof notificationWebhooks.list>).webhooks,
      keyIds: (keys.output as OutputOf<typeof signingKeys.list>).signing_keys.map(({ signing_key_id }) => signing_key_id),
      problem: null,
      byHand: false,
    };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { webhooks: null, keyIds: null, problem: error.problem, byHand: error.problem.status === 403 || error.problem.status === 404 };
  }
}
