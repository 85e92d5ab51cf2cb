import { Timeline } from "@/components/ui/timeline";
import type { TimelineEntry } from "@/lib/desk/merchant";

import { Section } from "./section";
import { timelineItem } from "./timeline-item";

/** What people asked of Klarna, what Klarna told the desk, and what changed. */
export function MerchantTimeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <Section title="What happened">
      {entries.length === 0 ? (
        <p className="py-2 text-muted">Nothing yet: nobody has changed this merchant through the desk, and Klarna hasn't announced anything about it.</p>
      ) : (
        <div className="pt-3">
          <Timeline label="What happened" items={entries.map(timelineItem)} />
        </div>
      )}
    </Section>
  );
}
