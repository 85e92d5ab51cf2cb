import type { ProblemField } from "@/lib/klarna/problem";

import type { OnboardingForm } from "../form";

/** What a product's distribution profile may be called in a table. */
export interface Profiles {
  /** Ids by names and by themselves, in small letters; undefined while Klarna's aren't read: what is called by a name isn't understood then. */
  readonly known: ReadonlyMap<string, string> | undefined;
  /** That of the rows which name none; "" where it stays open. */
  readonly otherwise: string;
}

/** Klarna's profiles by what a table may call them. */
export function profilesBy(profiles: readonly { readonly distribution_profile_id: string; readonly name?: string | null | undefined }[]): Profiles["known"] {
  return new Map(
    profiles.flatMap(({ distribution_profile_id: id, name }) => [id, ...(name ? [name] : [])].map((called) => [called.toLowerCase(), id] as const)),
  );
}

type Product = OnboardingForm["products"][number];

/** A product with its profile's id in the place of what the table calls it. */
export function withProfile(product: Product, { known, otherwise }: Profiles): Product {
  const given = product.distribution_profile_id.trim();
  return { ...product, distribution_profile_id: given === "" ? otherwise : (known?.get(given.toLowerCase()) ?? given) };
}

/** A profile that Klarna doesn't have, once those are read. */
export function profileFault({ products }: OnboardingForm, { known }: Profiles): readonly ProblemField[] {
  const given = products[0]?.distribution_profile_id ?? "";
  if (!known || given === "" || known.has(given.toLowerCase())) return [];
  return [{ path: "products.0.distribution_profile_id", message: `Klarna has no profile “${given.slice(0, 60)}”: write its name or its id` }];
}
