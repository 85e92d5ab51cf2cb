/** How many merchants of the directory use a distribution profile, and how many of its products are enabled. */
export interface ProfileUse {
  readonly distribution_profile_id: string;
  readonly merchants: number;
  readonly products: number;
  readonly enabled: number;
}
