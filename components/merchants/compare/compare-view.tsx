"use client";

import { ArrowLeftRight } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useState } from "react";

import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { ComparedSide } from "@/lib/desk/compare";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import type { CategoryNames } from "../category";
import type { ProfilesCall } from "../list/use-names";
import { Comparison } from "./compared";
import { OddSide, SideHead } from "./side-head";
import { useSide } from "./use-side";

export interface CompareViewProps {
  readonly environment: Environment;
  readonly left: ComparedSide;
  readonly right: ComparedSide;
  readonly categories: CategoryNames;
  readonly profiles: ProfilesCall;
  /** The roles that may see people, when this person's role isn't among them. */
  readonly peopleShownTo: readonly string[] | undefined;
}

/** Two merchants side by side: what differs, or everything. The address holds both, so that it can be shared. */
export function CompareView({ environment, left, right, categories, profiles, peopleShownTo }: CompareViewProps) {
  const [everything, setEverything] = useState(useSearchParams().get("show") === "everything");
  const sides = { left: useSide(environment, left), right: useSide(environment, right) };
  const ids = { left: idOf(left), right: idOf(right) };
  const href = (next: { readonly left?: string | undefined; readonly right?: string | undefined }, all = everything) =>
    routes.compareMerchants(environment, { ...next, ...(all && { show: "everything" }) });
  const same = ids.left !== undefined && ids.left === ids.right;
  return (
    <>
      <PageHeader
        title="Compare two merchants"
        breadcrumb={<Breadcrumb items={[{ label: "Merchants", href: routes.merchants(environment) }, { label: "Compare" }]} />}
        actions={
          <>
            <CheckboxField
              label="Show everything"
              className="-mb-1"
              checked={everything}
              onChange={({ target }) => {
                setEverything(target.checked);
                window.history.replaceState(null, "", href(ids, target.checked));
              }}
            />
            <ButtonLink href={href({ left: ids.right, right: ids.left })} replace scroll={false} icon={<ArrowLeftRight aria-hidden />}>
              Swap sides
            </ButtonLink>
          </>
        }
      />
      <div className="grid gap-4 md:grid-cols-2">
        {(["left", "right"] as const).map((name) => {
          const other = name === "left" ? "right" : "left";
          const choose = {
            environment,
            title: sides[other].name ? `Compare ${sides[other].name} with` : "Choose a merchant",
            href: (accountId: string) => href({ ...ids, [name]: accountId }),
          };
          const side = { left, right }[name];
          return side.is === "merchant" ? (
            <SideHead key={name} side={side} read={sides[name]} place={name} choose={choose} />
          ) : (
            <OddSide key={name} side={side} place={name} choose={choose} />
          );
        })}
      </div>
      {same && (
        <Notice tone="info" title="Both sides are the same merchant" className="mt-6">
          So nothing differs. Choose another one on one of the sides.
        </Notice>
      )}
      {left.is === "merchant" && right.is === "merchant" && !same && (
        <Comparison environment={environment} left={sides.left} right={sides.right} {...{ categories, profiles, peopleShownTo, everything }} />
      )}
    </>
  );
}

function idOf(side: ComparedSide): string | undefined {
  return "account_id" in side ? side.account_id : undefined;
}
