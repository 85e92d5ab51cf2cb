import type { DirectoryMerchant } from "@/lib/desk/merchant";
import type { TimelineEntry } from "@/lib/desk/timeline";

/**
 * When something last happened that can make a merchant's file another. That somebody read it again (`seen_at`) is no news: two people who look at
 * the same merchant would send each other to Klarna for ever.
 */
export function lastNews(merchant: DirectoryMerchant | undefined, entries: readonly TimelineEntry[]): number {
  const times = [merchant?.changed_at, ...entries.flatMap(timesOf)].map((at) => (at ? Date.parse(at) : 0));
  return Math.max(0, ...times);
}

/** The changes whose webhook didn't come, so that the desk has looked for itself: what it found has no entry of its own. */
export function lookedUp(entries: readonly TimelineEntry[]): string {
  return entries
    .flatMap((entry) => (entry.kind === "operation" && entry.announcement?.is === "late" && entry.announcement.read_again ? [entry.id] : []))
    .join();
}

function timesOf(entry: TimelineEntry): readonly (string | null)[] {
  switch (entry.kind) {
    case "operation":
      return entry.state === "confirmed" ? [entry.settled_at, entry.announcement?.is === "come" ? entry.announcement.at : null] : [];
    case "webhook":
      return [entry.at, entry.processed_at];
    case "change":
      return [entry.at];
    default:
      return [];
  }
}
