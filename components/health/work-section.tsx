import type { WorkHealth } from "@/lib/desk/health";

import { HealthSection } from "./section";

/** What happens in the background. */
export function WorkSection({ work }: { readonly work: WorkHealth }) {
  const { waiting, running, failed, rereads_due, unknown_outcomes } = work;
  const calm = failed === 0 && unknown_outcomes === 0;
  return (
    <HealthSection
      title="Background work"
      tone={calm ? "good" : "waiting"}
      state={calm ? "In order" : "Needs a look"}
      items={[
        { term: "Jobs waiting", value: String(waiting) },
        { term: "Jobs running", value: String(running) },
        { term: "Jobs failed", value: String(failed) },
        { term: "Merchants to read again", value: String(rereads_due) },
        { term: "Unknown outcomes", value: String(unknown_outcomes) },
      ]}
    />
  );
}
