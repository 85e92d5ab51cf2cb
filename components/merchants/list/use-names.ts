import { useQuery } from "@tanstack/react-query";

import type { DirectoryFacets } from "@/lib/desk/merchant";
import type { Tag } from "@/lib/desk/tag";
import type { Call } from "@/lib/klarna/call";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import type { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { read, readDesk } from "@/lib/query/read";

export type ProfilesCall = Call<OutputOf<typeof distributionProfiles.list>>;

/** Klarna's profiles, to be read where the list is narrowed to one. */
interface AskedProfiles {
  readonly call: ProfilesCall;
  readonly wanted: boolean;
}

/** What categories, profiles and tags are called: as the page knew, and as was read since to choose from. */
export function useNames(
  environment: Environment,
  { call, wanted }: AskedProfiles,
  ...known: readonly Readonly<Record<string, string>>[]
): Readonly<Record<string, string>> {
  const { data: profiles } = useQuery({ ...read(environment, call), enabled: wanted, staleTime: Number.POSITIVE_INFINITY });
  const { data: facets } = useQuery({ ...readDesk<DirectoryFacets>("directory/facets", { environment }), enabled: false });
  const { data: tags } = useQuery({ ...readDesk<readonly Tag[]>("tags", { environment }), enabled: false });
  const named = [
    ...(facets?.categories ?? []).map(({ value, name }) => [value, name]),
    ...(tags ?? []).map(({ id, name }) => [id, name]),
    ...(profiles ?? []).flatMap((profile) => (profile?.name ? [[profile.distribution_profile_id, profile.name]] : [])),
  ];
  return Object.assign({}, ...known, Object.fromEntries(named));
}
