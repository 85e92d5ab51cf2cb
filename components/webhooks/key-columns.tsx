import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Column } from "@/components/ui/table";
import type { WebhookKey } from "@/lib/desk/webhook-address";

/** The columns of the signing keys. Without `retire` there is none to retire them by; `notYet` is why it can't be done now. */
export function keyColumns(retire: ((key: WebhookKey) => void) | undefined, notYet: string | undefined): readonly Column<WebhookKey>[] {
  return [
    { key: "id", header: "Key", least: 10, cell: ({ key_id }) => <KeyId id={key_id} /> },
    { key: "source", header: "From", width: "w-[19%]", least: 9, cell: (key) => <Origin signingKey={key} /> },
    { key: "standing", header: "Standing", width: "w-[22%]", least: 10, cell: (key) => <KeyStanding signingKey={key} /> },
    {
      key: "used",
      header: "Last used",
      width: "w-[16%]",
      least: 6,
      cell: ({ last_used_at }) => <Quiet>{last_used_at ? <RelativeTime at={last_used_at} /> : "Not yet"}</Quiet>,
    },
    ...(retire
      ? [
          {
            key: "retire",
            header: "Retire",
            width: "w-[12%]",
            least: 5,
            cell: (key: WebhookKey) =>
              canRetire(key) && (
                <Button size="sm" variant="ghost" unavailable={notYet} onClick={() => retire(key)}>
                  Retire
                </Button>
              ),
          },
        ]
      : []),
  ];
}

/** What signs now is needed, and so may be what the desk made while Klarna hasn't said what signs; what is in the settings is taken out there. */
export function canRetire({ signs, source, at_klarna, superseded_at }: WebhookKey): boolean {
  const mayBeNeeded = source === "made" && at_klarna === null && superseded_at === null;
  return !signs && source !== "settings" && !mayBeNeeded;
}

function Quiet({ children }: { readonly children: React.ReactNode }) {
  return <span className="text-muted">{children}</span>;
}

/** The ends of ids tell them apart. */
function KeyId({ id }: { readonly id: string }) {
  return (
    <span title={id} className="mono font-normal">
      <span className="sr-only">{id}</span>
      <span aria-hidden>{id.length > 24 ? `…${id.slice(-12)}` : id}</span>
    </span>
  );
}

function Origin({ signingKey: { source, by, created_at } }: { readonly signingKey: WebhookKey }) {
  if (source === "settings") return "The settings";
  if (source === "klarna") return "Klarna only";
  return (
    // From its left, as a sentence, on a card too: the time keeps the room of a longer one behind it.
    <span className="block text-left text-muted">
      {source === "made" ? "Made by" : "Entered by"} {by ?? "somebody"} {created_at && <RelativeTime at={created_at} />}
    </span>
  );
}

function KeyStanding({ signingKey: { source, signs, superseded_at, retires_at, at_klarna } }: { readonly signingKey: WebhookKey }) {
  if (source === "klarna") return <Badge tone={signs ? "wrong" : "off"}>{signs ? "Signs, unknown here" : "Secret unknown here"}</Badge>;
  if (signs) return <Badge tone="good">Signs now</Badge>;
  if (superseded_at)
    return (
      <span className="grid justify-items-start gap-0.5">
        <Badge tone="waiting">Accepted, replaced</Badge>
        {retires_at && (
          <span className="text-left text-muted text-xs">
            Retires when idle, <RelativeTime at={retires_at} />
          </span>
        )}
      </span>
    );
  return <Badge tone="off">{at_klarna === false && source === "made" ? "Gone at Klarna" : "Accepted"}</Badge>;
}
