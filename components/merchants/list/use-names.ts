import { useQuery } from "@tanstack/react-query";

import type { DirectoryFacets } from "@/lib/desk/merchant";
import type { Tag } from "@/lib/desk/tag";
import type { Environment } from "@/lib/klarna/environment";
import { readDesk } from "@/lib/query/read";

/** What categories and tags are called: as the page knew, and as was read since to choose from. */
export function useNames(environment: Environment, ...known: readonly Readonly<Record<string, string>>[]): Readonly<Record<string, string>> {
  const { data: facets } = useQuery({ ...readDesk<DirectoryFacets>("directory/facets", { environment }), enabled: false });
  const { data: tags } = useQuery({ ...readDesk<readonly Tag[]>("tags", { environment }), enabled: false });
  const named = [...(facets?.categories ?? []).map(({ value, name }) => [value, name]), ...(tags ?? []).map(({ id, name }) => [id, name])];
  return Object.assign({}, ...known, Object.fromEntries(named));
}
