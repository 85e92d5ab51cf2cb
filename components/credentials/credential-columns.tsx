import { Badge, StateBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Column } from "@/components/ui/table";
import { Truncated } from "@/components/ui/truncated";
import type { DeskCredential } from "@/lib/desk/credential";
import type { Environment } from "@/lib/klarna/environment";

import { heldBy, isAlive, nameOf, shortId, typeWords } from "./words";

export interface CredentialColumns {
  readonly environment: Environment;
  readonly disable: (credential: DeskCredential) => void;
  /** Why nothing can be done now. */
  readonly notYet: string | undefined;
}

/** The columns of an environment's credentials. */
export function credentialColumns({ environment, disable, notYet }: CredentialColumns): readonly Column<DeskCredential>[] {
  return [
    { key: "name", header: "Credential", least: 10, cell: (credential) => <Name credential={credential} /> },
    { key: "type", header: "Type", width: "w-[16%]", least: 7, cell: (credential) => <Type credential={credential} environment={environment} /> },
    { key: "made", header: "Made", width: "w-[20%]", least: 9, cell: (credential) => <Made credential={credential} /> },
    { key: "standing", header: "Standing", width: "w-[22%]", least: 9.5, cell: (credential) => <Standing credential={credential} /> },
    {
      key: "disable",
      header: "Disable",
      width: "w-[11%]",
      least: 5.5,
      cell: (credential) =>
        isAlive(credential) && (
          <Button
            size="sm"
            variant="ghost"
            unavailable={notYet}
            aria-label={`Disable ${nameOf(credential)} (${shortId(credential)})`}
            onClick={() => disable(credential)}
          >
            Disable
          </Button>
        ),
    },
  ];
}

function Name({ credential }: { readonly credential: DeskCredential }) {
  const { credential_id, description } = credential;
  return (
    <span className="block py-1.5">
      <Truncated text={description?.trim() || "No description"} className={description?.trim() ? "" : "text-muted"} />
      <span className="flex items-center gap-1 font-normal">
        <span title={credential_id} className="font-mono text-muted text-xs">
          {shortId(credential)}…
        </span>
        <CopyButton value={credential_id} label="credential id" />
      </span>
    </span>
  );
}

/** A client id is no secret: every browser that opens the shop has it. */
function Type({ credential: { type, client_id, environment: told }, environment }: { readonly credential: DeskCredential; readonly environment: Environment }) {
  return (
    <span className="block">
      <span className="inline-flex items-center gap-1">
        {typeWords(type)}
        {client_id && <CopyButton value={client_id} label="client id" />}
      </span>
      {told && told !== environment.toUpperCase() && <span className="block text-waiting text-xs">Klarna says it is for {told}</span>}
    </span>
  );
}

function Made({ credential: { made_at, made_by, first_seen_at } }: { readonly credential: DeskCredential }) {
  return (
    <span className="block text-muted">
      <RelativeTime at={made_at ?? first_seen_at} />
      <span className="block text-xs">{made_at ? `Here, by ${made_by ?? "somebody"}` : "First seen; made elsewhere"}</span>
    </span>
  );
}

function Standing({ credential }: { readonly credential: DeskCredential }) {
  const { own, processes, used_at, gone_at, disabled_at, disabled_by, released_until } = credential;
  if (disabled_at) return <Fact badge={<Badge tone="off">Disabled</Badge>} words={`By ${disabled_by ?? "somebody"}`} at={disabled_at} />;
  if (gone_at) return <Fact badge={<Badge tone="off">Gone at Klarna</Badge>} words="Not listed since" at={gone_at} />;
  if (own === "yes")
    return (
      <Fact
        badge={<StateBadge tone="good" label="The desk's own" hint={`${heldBy(processes)}. Without it the desk would be cut off from Klarna.`} />}
        words={released_until ? "Released: may be disabled" : used_at ? "Accepted" : undefined}
        at={released_until ?? used_at}
      />
    );
  if (own === "unknown")
    return (
      <StateBadge
        tone="waiting"
        label="May be the desk's"
        hint="Neither Klarna nor the desk's key says which credential the desk uses. Somebody who knows can say so."
      />
    );
  return used_at ? <Fact words="The desk used it last" at={used_at} /> : <span className="text-muted">Not used by the desk</span>;
}

function Fact({ badge, words, at }: { readonly badge?: React.ReactNode; readonly words: string | undefined; readonly at: string | null }) {
  return (
    <span className="grid justify-items-start gap-0.5 py-1">
      {badge}
      {words && (
        // From its left, as a sentence: the time keeps the room of a longer one behind it.
        <span className="text-left text-muted text-xs">
          {words} {at && <RelativeTime at={at} />}
        </span>
      )}
    </span>
  );
}
