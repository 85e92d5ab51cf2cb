import { SearchX } from "lucide-react";

import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { type DirectoryQuery, everything } from "@/lib/desk/directory";
import { accountIdIn, otherKindOf } from "@/lib/desk/krn";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

export interface NothingFoundProps {
  readonly environment: Environment;
  readonly asked: DirectoryQuery;
  readonly onAsk: (asked: DirectoryQuery) => void;
  readonly onText: (text: string) => void;
}

/** What stands in the list's place when nothing is as it was asked for, and what to do about it. */
export function NothingFound({ environment, asked, onAsk, onText }: NothingFoundProps) {
  const narrowed = Object.keys(asked.filters).length + Object.keys(asked.days).length > 0;
  const icon = <SearchX aria-hidden />;
  const unknown = narrowed ? undefined : accountIdIn(asked.text);
  if (unknown)
    return (
      <EmptyState
        icon={icon}
        title="The desk doesn't know this account yet"
        action={
          <ButtonLink variant="primary" href={routes.merchant(environment, unknown)}>
            Open it
          </ButtonLink>
        }
      >
        Klarna is asked about it when it is opened, and from then on it is found here.
      </EmptyState>
    );
  const kind = narrowed ? undefined : otherKindOf(asked.text);
  const clear = () => {
    onText("");
    onAsk({ ...everything, ...(asked.sort && { sort: asked.sort }) });
  };
  return (
    <EmptyState
      icon={icon}
      title={asked.text === "" ? "No merchant is like this" : kind ? `This is the id of ${kind}` : "No merchant is found by that"}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          {narrowed && asked.text !== "" && <Button onClick={() => onAsk({ ...asked, filters: {}, days: {} })}>Search among all</Button>}
          <Button onClick={clear}>{asked.text === "" ? "Clear the filters" : "Clear the search"}</Button>
        </span>
      }
    >
      {narrowed
        ? "Take a filter away, or look for something else."
        : kind
          ? "The desk knows no merchant by it. Merchants are found by their own account id, by their group's and by their products'."
          : "Names may be misspelt; references, ids, domains and a company's number are found by a part, an IBAN only whole. A sole trader's number isn't kept."}
    </EmptyState>
  );
}
