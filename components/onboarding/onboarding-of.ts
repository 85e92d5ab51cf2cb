import type { ProblemAbout } from "@/components/ui/problem-help";
import type { Draft } from "@/lib/desk/draft";
import type { Incident } from "@/lib/klarna/support-text";

/** What is known of a draft's onboarding beside how it ended, for Klarna's support: when it was sent, which may be long ago, and by which key. */
export function onboardingOf({ environment, first_sent_at, sent_at, idempotency_key }: Draft): ProblemAbout & Pick<Incident, "firstAt"> {
  return {
    environment,
    operation: "accounts.onboard",
    ...(first_sent_at && { firstAt: first_sent_at }),
    ...(sent_at && { at: sent_at }),
    ...(idempotency_key && { idempotencyKey: idempotency_key }),
  };
}
