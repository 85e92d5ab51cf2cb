/** Where a version of a plan stands at a moment. */
export type VersionStanding = "past" | "current" | "coming";

/** A version of a price plan, with its time as it is known: an end that Klarna doesn't state is the beginning of the next. */
export interface PlanVersion {
  readonly version: number;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly comment: string | undefined;
  readonly standing: VersionStanding;
  /** The number of the version that it takes over from; undefined for the first. */
  readonly before: number | undefined;
}

/** A plan's versions from the first to the last, each with where it stands at a moment. What has no number can't be asked for, and is left out. */
export function planVersions(versions: unknown, at: number): readonly PlanVersion[] {
  const given = (Array.isArray(versions) ? versions : []).flatMap((version) => versionOf(version) ?? []);
  const sorted = given.sort((one, other) => begin(one) - begin(other) || one.version - other.version);
  const closed = sorted.map((version, index) => ({ ...version, to: version.to ?? sorted[index + 1]?.from }));
  const current = closed.findLast((version) => begin(version) <= at && at < end(version));
  return closed.map((version, index) => ({
    ...version,
    standing: version === current ? "current" : begin(version) > at ? "coming" : "past",
    before: closed[index - 1]?.version,
  }));
}

/** The version that holds at a moment; undefined before the first, after the last, and in a gap. */
export function versionHolding(versions: readonly PlanVersion[], at: number): PlanVersion | undefined {
  return versions.findLast((version) => begin(version) <= at && at < end(version));
}

type Dated = Omit<PlanVersion, "standing" | "before">;

function versionOf(given: unknown): Dated | undefined {
  const { version, effective_from, effective_to, comment } = (given ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof version !== "number") return undefined;
  return { version, from: moment(effective_from), to: moment(effective_to), comment: typeof comment === "string" && comment !== "" ? comment : undefined };
}

function moment(given: unknown): string | undefined {
  return typeof given === "string" && !Number.isNaN(Date.parse(given)) ? given : undefined;
}

// What isn't stated is open.
function begin({ from }: Dated): number {
  return from === undefined ? -8.64e15 : Date.parse(from);
}

function end({ to }: Dated): number {
  return to === undefined ? Number.POSITIVE_INFINITY : Date.parse(to);
}
