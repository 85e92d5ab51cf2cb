import { type ReactNode, useId } from "react";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { MonoId } from "@/components/ui/mono-id";
import type { ProfileUse } from "@/lib/desk/profile-use";
import type { Environment } from "@/lib/klarna/environment";
import type { PlanVersion } from "@/lib/klarna/pricing/plan-versions";
import { routes } from "@/lib/routes";

import type { CarriedPlan, Profile } from "./use-profiles";

export interface ProfileSectionProps {
  readonly environment: Environment;
  readonly profile: Profile;
  /** Undefined when no merchant of the directory uses it. */
  readonly use: ProfileUse | undefined;
  /** Whether Klarna lists it, as far as Klarna has answered. */
  readonly listed: boolean;
}

/** One profile: the plans that it carries, and its merchants. */
export function ProfileSection({ environment, profile, use, listed }: ProfileSectionProps) {
  const id = useId();
  const { name, description, pricePlan, programPlan } = profile;
  return (
    <section aria-labelledby={id} className="mt-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b pb-2">
        <h2 id={id} className="wrap-anywhere min-w-0 font-semibold text-base">
          {name ?? "A profile without a name"}
        </h2>
        {!listed && <Badge tone="waiting">Not in Klarna's list</Badge>}
      </div>
      {description && <p className="wrap-anywhere max-w-prose pt-2 text-pretty text-muted">{description}</p>}
      <DescriptionList
        items={[
          { term: "Merchants", value: <Merchants environment={environment} id={profile.id} use={use} /> },
          { term: "Price plan", value: pricePlan && <Plan plan={pricePlan} label="price plan id" /> },
          { term: "Program plan", value: programPlan && <Plan plan={programPlan} label="program plan id" /> },
          { term: "Profile id", value: <MonoId value={profile.id} label="profile id" /> },
        ]}
      />
    </section>
  );
}

function Merchants({ environment, id, use }: { readonly environment: Environment; readonly id: string; readonly use: ProfileUse | undefined }): ReactNode {
  if (!use) return "None that the desk knows";
  const { merchants, products, enabled } = use;
  return (
    <span className="flex flex-wrap gap-x-3">
      <Link className="text-accent-ink underline" href={routes.merchants(environment, { profile: id })}>
        {merchants.toLocaleString("en")} {merchants === 1 ? "merchant" : "merchants"} known to the desk
      </Link>
      <span className="text-muted">
        {enabled === products ? "all enabled" : `${enabled.toLocaleString("en")} of ${products.toLocaleString("en")} products enabled`}
      </span>
    </span>
  );
}

function Plan({ plan: { id, name, versions }, label }: { readonly plan: CarriedPlan; readonly label: string }) {
  const current = versions.find(({ standing }) => standing === "current");
  const next = versions.find(({ standing }) => standing === "coming");
  return (
    <span className="grid gap-0.5">
      {name && <span className="wrap-anywhere">{name}</span>}
      {current && <span className={name && "text-muted"}>{versionWords(current, "since")}</span>}
      {next && <span className="text-waiting">{versionWords(next, "from")}</span>}
      <MonoId value={id} label={label} />
    </span>
  );
}

/** With its day by UTC, as Klarna writes it: a plan's change belongs to no reader's zone. */
function versionWords({ version, from, comment }: PlanVersion, begins: "since" | "from"): string {
  return `Version ${version}${from === undefined ? "" : ` ${begins} ${from.slice(0, 10)}`}${comment === undefined ? "" : `: ${comment}`}`;
}
