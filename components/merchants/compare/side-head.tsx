import { Freshness } from "@/components/operation/freshness";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { MonoId } from "@/components/ui/mono-id";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ComparedSide } from "@/lib/desk/compare";
import { accountWords } from "@/lib/klarna/account-words";
import { routes } from "@/lib/routes";

import { record, text } from "../as-sent";
import { merchantWords, WordsBadge } from "../merchant-state";
import { CompareWith, type CompareWithProps } from "./compare-with";
import type { SideRead } from "./use-side";

interface SideProps<Is extends ComparedSide["is"]> {
  readonly side: Extract<ComparedSide, { readonly is: Is }>;
  readonly place: "left" | "right";
  readonly choose: Pick<CompareWithProps, "environment" | "title" | "href">;
}

/** Whose side this is, how it stands, and how fresh it is. */
export function SideHead({ side: { account_id, known }, read, place, choose }: SideProps<"merchant"> & { readonly read: SideRead }) {
  const { name, answer, problem, at, busy, refresh } = read;
  const { state, state_reason } = record(answer);
  const words = text(state) ? accountWords(text(state) ?? "", text(state_reason)) : known && merchantWords(known);
  const unknown = problem?.status === 404;
  return (
    <section aria-label={sideNames[place]} className="flex min-w-0 flex-col rounded border px-4 py-3">
      <div className="flex items-start justify-between gap-3">
        <h2 className="wrap-anywhere min-w-0 font-semibold text-base">
          <Link href={routes.merchant(choose.environment, account_id)} className="rounded-sm hover:underline">
            {name}
          </Link>
        </h2>
        <CompareWith {...choose} size="sm" variant="ghost">
          Change
        </CompareWith>
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        {words && <WordsBadge words={words} />}
        <MonoId value={account_id} label="account id" />
      </div>
      {unknown ? (
        <p role="status" className="mt-2 text-pretty">
          Klarna knows no such account. Look at the id once more: it may be cut off, or belong to another partner.
        </p>
      ) : (
        <div className="-mb-1 mt-auto pt-1">
          <Freshness problem={problem} at={at ?? known?.seen_at ?? null} busy={busy} refresh={refresh}>
            {at ? (
              <>
                Read from Klarna <RelativeTime at={at} />
              </>
            ) : (
              "Asking Klarna …"
            )}
          </Freshness>
        </div>
      )}
    </section>
  );
}

/** A side without a merchant that can be read: why, and how to choose one. */
export function OddSide({ side, place, choose }: SideProps<Exclude<ComparedSide["is"], "merchant">>) {
  const { title, words } = oddWords(side);
  return (
    <section aria-label={sideNames[place]} className="min-w-0 rounded border border-dashed px-4 py-3">
      <h2 className="font-semibold text-base">{title}</h2>
      {"account_id" in side && <MonoId value={side.account_id} label="account id" />}
      <p className="mt-1 text-pretty text-muted">{words}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        {side.is === "elsewhere" && side.connected && (
          <ButtonLink href={routes.merchant(side.belongs_to, side.account_id)}>Open it in {side.belongs_to.toUpperCase()}</ButtonLink>
        )}
        <CompareWith {...choose}>{side.is === "open" ? "Choose a merchant" : "Choose another"}</CompareWith>
      </div>
    </section>
  );
}

const sideNames = { left: "Left side", right: "Right side" } as const;

function oddWords(side: Exclude<ComparedSide, { readonly is: "merchant" }>): { readonly title: string; readonly words: string } {
  switch (side.is) {
    case "open":
      return { title: "No merchant yet", words: "Choose whom to put on this side: by name, reference or account id." };
    case "malformed":
      return {
        title: "This names no account of Klarna's",
        words: "An account id begins with krn:partner: and has only letters, digits, colons and hyphens. The one in the address may be mistyped or cut off.",
      };
    case "elsewhere": {
      const name = side.belongs_to.toUpperCase();
      return {
        title: `This account belongs to ${name}`,
        words: `TEST and LIVE are wholly separate at Klarna, so only merchants of the same one are compared here.${side.connected ? "" : ` This desk isn't connected to ${name}.`}`,
      };
    }
    case "erased":
      return { title: "Erased from this desk", words: "The desk holds nothing about this merchant, and doesn't ask Klarna about it." };
  }
}
