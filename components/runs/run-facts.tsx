import { DescriptionList } from "@/components/ui/description-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { utcTime } from "@/components/ui/time";
import type { Run } from "@/lib/desk/run";

/** Who wants what done, why and when. */
export function RunFacts({ run }: { readonly run: Run }) {
  const { act, given, named, details, by, in_name_of, created_at, starts_at, zone, finished_at, cancelled_at } = run;
  return (
    <section aria-label="About this run" className="mt-4 max-w-3xl">
      <DescriptionList
        items={[
          ...(act === "suspend" ? [{ term: "Why", value: given.reason === "FRAUD" ? "Fraud, or the suspicion of it" : "Voluntary" }] : []),
          ...(details === null || details === undefined ? [] : [{ term: "Details for Klarna", value: details }]),
          ...(act === "change-category" ? [{ term: "New category", value: named ? `${named} (${given.code})` : given.code }] : []),
          ...(act === "tag" ? [{ term: "Tags", value: named ?? "Deleted meanwhile" }] : []),
          {
            term: zone ? "Scheduled by" : "Begun by",
            value: (
              <>
                {by}
                {in_name_of && ` (it goes on in the name of ${in_name_of})`}, <RelativeTime at={created_at} />
              </>
            ),
          },
          ...(zone ? [{ term: "Begins", value: <Scheduled at={starts_at} zone={zone} /> }] : []),
          ...(finished_at ? [{ term: "Ended", value: <RelativeTime at={finished_at} /> }] : []),
          ...(cancelled_at ? [{ term: "Cancelled", value: <RelativeTime at={cancelled_at} /> }] : []),
        ]}
      />
    </section>
  );
}

/** A moment in the time zone that it was meant in, and in UTC. */
function Scheduled({ at, zone }: { readonly at: string; readonly zone: string }) {
  return (
    <span>
      {inZone(new Date(at), zone)} <span className="text-muted">({utcTime(new Date(at))})</span>, <RelativeTime at={at} />
    </span>
  );
}

/** The same on the server and in the browser, since the zone is said; one that this machine doesn't know is left to UTC. */
function inZone(moment: Date, zone: string): string {
  try {
    const parts = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short", timeStyle: "short", hourCycle: "h23" }).format(moment);
    return `${parts.replace(",", "")} ${zone}`;
  } catch {
    return zone;
  }
}
