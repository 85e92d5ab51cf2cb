import { Link } from "@/components/ui/link";

import { Timeline } from "@/components/ui/timeline";
import type { TimelinePage } from "@/lib/desk/timeline";

import { Section } from "./section";
import { timelineItem } from "./timeline-item";

export interface MerchantTimelineProps {
  readonly page: TimelinePage;
  /** Where all of it stands. */
  readonly href: string;
}

/** The pinned notes, and the latest of what people asked of Klarna, what Klarna told the desk, and what changed. */
export function MerchantTimeline({ page: { pinned, entries }, href }: MerchantTimelineProps) {
  const items = [...pinned, ...entries].map(timelineItem);
  return (
    <Section title="What happened">
      {items.length === 0 ? (
        <p className="py-2 text-muted">Nothing yet: nobody has changed this merchant through the desk, and Klarna hasn't announced anything about it.</p>
      ) : (
        <div className="pt-3">
          <Timeline label="What happened" items={items} />
        </div>
      )}
      <p className="pt-3">
        <Link href={href} className="text-accent-ink underline-offset-2 hover:underline max-md:inline-block max-md:py-3">
          All activity
        </Link>
      </p>
    </Section>
  );
}
