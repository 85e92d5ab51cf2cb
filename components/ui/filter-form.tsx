"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState, useTransition } from "react";

import { Button } from "./button";

type Given = Readonly<Record<string, string>>;

export interface FilterFormProps {
  /** The page's address without any filter. */
  readonly address: string;
  /** What is shown now, as the address says it. */
  readonly filter: object;
  /** What the fields mean in the address; undefined where one of them can't be understood, and then nothing is shown anew. */
  readonly read?: (given: Given) => Given | undefined;
  readonly children: ReactNode;
}

/** What of a list is shown: a plain form whose answer is the page's address, so that a view can be kept and sent on. A choice counts at once. */
export function FilterForm({ address, filter, read = (given) => given, children }: FilterFormProps) {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  const { round, expect } = useRound(said(filter));
  const goTo = (href: string) => startTransition(() => router.replace(href, { scroll: false }));
  const show = (form: HTMLFormElement) => {
    const search = read(fieldsIn(form));
    if (!search) return;
    expect(said(search));
    goTo(withSearch(address, search));
  };
  return (
    <form
      key={round}
      action={address}
      onSubmit={(event) => {
        event.preventDefault();
        show(event.currentTarget);
      }}
      onChange={(event) => event.target instanceof HTMLSelectElement && show(event.currentTarget)}
      aria-label="Show only"
      aria-busy={busy}
      className="flex flex-wrap items-end gap-3 max-md:grid max-md:grid-cols-2"
    >
      {children}
      <Button type="submit" loading={busy}>
        Show
      </Button>
      {Object.values(filter).some((value) => value !== undefined) && (
        <Button variant="ghost" onClick={() => goTo(address)}>
          Show all
        </Button>
      )}
    </form>
  );
}

/**
 * Which fields are drawn: new ones where something is shown that wasn't asked for here, by a link, the way back, or since what was asked for can't be. What was
 * asked for here stands in them already: they stay, with the focus and what was typed meanwhile.
 */
function useRound(shown: string) {
  const [drawn, setDrawn] = useState<Drawn>({ shown, asked: [], round: 0 });
  if (drawn.shown !== shown) {
    const at = drawn.asked.indexOf(shown);
    setDrawn(at < 0 ? { shown, asked: [], round: drawn.round + 1 } : { shown, asked: drawn.asked.slice(at + 1), round: drawn.round });
  }
  const expect = (asked: string) => setDrawn((now) => ({ ...now, asked: asked === now.shown ? [] : [...now.asked, asked] }));
  return { round: drawn.round, expect };
}

interface Drawn {
  readonly shown: string;
  /** What was asked for here and isn't shown yet, the oldest first. */
  readonly asked: readonly string[];
  readonly round: number;
}

/** A filter as a text that can be compared. */
function said(filter: object): string {
  return JSON.stringify(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .sort(),
  );
}

/** What stands in the fields; what is empty isn't asked for. */
function fieldsIn(form: HTMLFormElement): Given {
  const fields = [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" && value.trim() !== "" ? [[name, value.trim()]] : []));
  return Object.fromEntries(fields);
}

function withSearch(address: string, search: Given): string {
  return Object.keys(search).length === 0 ? address : `${address}?${new URLSearchParams(search)}`;
}
