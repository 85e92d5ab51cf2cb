"use client";

import { Layers } from "lucide-react";

import { Freshness } from "@/components/operation/freshness";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { LinesSkeleton } from "@/components/ui/skeleton";
import type { ProfileUse } from "@/lib/desk/profile-use";
import type { Environment } from "@/lib/klarna/environment";

import { ProfileSection } from "./profile-section";
import { type Profile, type ProfileCalls, useProfiles } from "./use-profiles";

export interface ProfilesViewProps {
  readonly environment: Environment;
  /** How the directory's merchants use them. */
  readonly used: readonly ProfileUse[];
  readonly calls: ProfileCalls;
}

/** What each distribution profile carries, and which merchants of the directory use it. */
export function ProfilesView({ environment, used, calls }: ProfilesViewProps) {
  const { profiles, problem, readAt, busy, refresh } = useProfiles(environment, calls);
  const listed = profiles ?? [];
  // What merchants use and Klarna doesn't list is shown too: while Klarna is away that is all of them.
  const unlisted = used.filter((use) => !listed.some(({ id }) => id === use.distribution_profile_id));
  const shown = [...listed, ...(profiles || problem ? unlisted.map((use) => unnamed(use.distribution_profile_id)) : [])];
  return (
    <div className="max-w-4xl">
      <Freshness problem={problem} at={readAt} busy={busy} refresh={refresh}>
        {readAt ? (
          <span>
            Read from Klarna <RelativeTime at={readAt} />
          </span>
        ) : (
          "Asking Klarna for them …"
        )}
      </Freshness>
      {shown.map((profile) => (
        <ProfileSection
          key={profile.id}
          environment={environment}
          profile={profile}
          use={used.find((use) => use.distribution_profile_id === profile.id)}
          listed={profiles === undefined || listed.includes(profile)}
        />
      ))}
      {!profiles && !problem && (
        <div className="mt-4">
          <LinesSkeleton lines={8} />
        </div>
      )}
      {profiles && shown.length === 0 && (
        <EmptyState icon={<Layers aria-hidden />} title="Klarna has set up no profile for you yet">
          Without one no merchant can be onboarded. Ask your contact at Klarna for it.
        </EmptyState>
      )}
    </div>
  );
}

function unnamed(id: string): Profile {
  return { id, name: undefined, description: undefined, pricePlan: undefined, programPlan: undefined };
}
