import { RelativeTime } from "@/components/ui/relative-time";
import { isolated } from "@/lib/desk/isolated";
import type { ReportState } from "@/lib/desk/settlement";
import type { WebhookDetail } from "@/lib/desk/webhook";

/** What an event made the desk do, and what it learned by that. */
export function WebhookChanges({ detail }: { readonly detail: WebhookDetail }) {
  return (
    <section aria-labelledby="changed">
      <h2 id="changed" className="border-b pb-2 font-semibold text-base">
        What it changed
      </h2>
      <div className="pt-2">
        {(detail.event.account_id !== null || detail.settlement === null) && <p className="text-pretty">{reading(detail)}</p>}
        <Times detail={detail} />
        {detail.settlement && <Report {...detail.settlement} />}
        {detail.changes.length > 0 && (
          <ul className="mt-3 grid gap-2">
            {detail.changes.map(({ field, before, after, at }) => (
              <li key={`${field} ${at} ${after}`} className="wrap-anywhere border-l-2 pl-3">
                <span className="font-medium">{field === "state" ? "Account" : field.slice(0, 1).toUpperCase() + field.slice(1)}</span>{" "}
                <span className="mono">
                  {isolated(before ?? "nothing")} → {isolated(after ?? "nothing")}
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

/** In words, without times: those keep more room than they need, and would tear a sentence. */
function reading({ event, changes, next_try_at }: WebhookDetail): string {
  const { account_id, processed_at, tries } = event;
  if (account_id === null) return "It names neither an account nor a settlement, so there was nothing to read.";
  if (processed_at !== null) {
    const said = tries > 1 ? `The account was read again at the ${tries}${ordinal(tries)} try.` : "The account was read again.";
    return `${said} ${changes.length === 0 ? "Nothing had changed that the desk didn't know already." : "The desk noticed:"}`;
  }
  const failed = tries === 0 ? "" : tries === 1 ? " One try failed." : ` ${tries} tries failed.`;
  return `The account hasn't been read since.${failed}${next_try_at ? "" : " It is about to be."}`;
}

function Times({ detail: { event, next_try_at } }: { readonly detail: WebhookDetail }) {
  const at = event.processed_at ?? next_try_at;
  if (at === null || event.account_id === null) return null;
  return (
    <p className="mt-1 text-muted text-xs">
      {event.processed_at ? "Read" : "Next try"} <RelativeTime at={at} />
    </p>
  );
}

/** What became of the report that an event announces. */
function Report({ report, tries, ready_at }: NonNullable<WebhookDetail["settlement"]>) {
  const failed = tries === 0 ? "" : tries === 1 ? " One try failed." : ` ${tries} tries failed.`;
  return (
    <>
      <p className="text-pretty">{report === "wanted" ? `${reports.wanted}${failed}` : reports[report]}</p>
      {ready_at && (
        <p className="mt-1 text-muted text-xs">
          Loaded <RelativeTime at={ready_at} />
        </p>
      )}
    </>
  );
}

const reports: Readonly<Record<ReportState, string>> = {
  none: "The desk doesn't have its settlement's report.",
  wanted: "Its settlement's report is about to be read from Klarna.",
  loading: "Its settlement's report is being loaded.",
  refused: "Its settlement's report came and wasn't taken: the settlement says why.",
  ready: "Its settlement's report is loaded.",
};

function ordinal(count: number): string {
  const ends: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd", other: "th" };
  return ends[new Intl.PluralRules("en", { type: "ordinal" }).select(count)] ?? "th";
}
