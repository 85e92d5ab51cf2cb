import { RelativeTime } from "@/components/ui/relative-time";
import type { WebhookDetail } from "@/lib/desk/webhook";

/** What an event made the desk do, and what it learned by that. */
export function WebhookChanges({ detail }: { readonly detail: WebhookDetail }) {
  return (
    <section aria-labelledby="changed">
      <h2 id="changed" className="border-b pb-2 font-semibold text-base">
        What it changed
      </h2>
      <div className="pt-2">
        <p className="text-pretty">
          <Reading detail={detail} />
        </p>
        {detail.changes.length > 0 && (
          <ul className="mt-3 grid gap-2">
            {detail.changes.map(({ field, before, after, at }) => (
              <li key={`${field} ${at} ${after}`} className="wrap-anywhere border-l-2 pl-3">
                <span className="font-medium">{field === "state" ? "Account" : field.slice(0, 1).toUpperCase() + field.slice(1)}</span>{" "}
                <span className="font-mono text-[13px]">
                  {before ?? "nothing"} → {after ?? "nothing"}
                </span>
                <span className="block text-muted text-xs">
                  Noticed <RelativeTime at={at} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function Reading({ detail: { event, changes, next_try_at } }: { readonly detail: WebhookDetail }) {
  if (event.account_id === null) return "It names no account, so there was nothing to read again.";
  if (event.processed_at === null)
    return (
      <>
        The account hasn't been read since. {event.tries > 0 && `${event.tries === 1 ? "One try" : `${event.tries} tries`} failed. `}
        {next_try_at ? (
          <>
            Next try <RelativeTime at={next_try_at} />.
          </>
        ) : (
          "It is about to be."
        )}
      </>
    );
  return (
    <>
      The account was read again <RelativeTime at={event.processed_at} />
      {event.tries > 1 && `, at the ${event.tries}${ordinal(event.tries)} try`}.{" "}
      {changes.length === 0 ? "Nothing had changed that the desk didn't know already." : "The desk noticed:"}
    </>
  );
}

function ordinal(count: number): string {
  const ends: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd", other: "th" };
  return ends[new Intl.PluralRules("en", { type: "ordinal" }).select(count)] ?? "th";
}
