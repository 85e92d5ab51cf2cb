import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import type { Column } from "@/components/ui/table";
import type { Environment } from "@/lib/klarna/environment";
import { type Standing, standingAt } from "@/lib/klarna/period";
import { type PlanVersion, versionAt } from "@/lib/klarna/program-plans";
import { versionWords } from "@/lib/klarna/program-words";
import { routes } from "@/lib/routes";

/** A version as it is listed: where it stands, and which one it takes the place of. */
export interface VersionLine extends PlanVersion {
  readonly key: string;
  readonly standing: Standing;
  readonly before: PlanVersion | undefined;
}

/** Versions in order, the newest first. Where two hold at once the later one counts. */
export function versionLines(versions: readonly PlanVersion[], now: number): readonly VersionLine[] {
  const inForce = versionAt(versions, now);
  return versions
    .map((version, index) => {
      const standing = standingAt(version, now);
      return {
        ...version,
        key: `${version.version ?? ""} ${index}`,
        standing: standing === "current" && version !== inForce ? "past" : standing,
        before: versions[index - 1],
      } as const;
    })
    .reverse();
}

/** How a version is called. */
export function versionName({ version }: Pick<PlanVersion, "version">): string {
  return version === null || version === undefined ? "Version without a number" : `Version ${version}`;
}

/** The version in force has the plan's own address. */
export function searchOfVersion({ version, standing }: Pick<VersionLine, "version" | "standing">): Readonly<Record<string, string>> {
  return standing === "current" || version === null || version === undefined ? {} : { version: String(version) };
}

/** The columns of a plan's versions. */
export function versionColumns(environment: Environment, planId: string): readonly Column<VersionLine>[] {
  return [
    { key: "version", header: "Version", width: "w-[12%]", least: 6, cell: versionName },
    {
      key: "standing",
      header: "Standing",
      width: "w-[11%]",
      least: 6.5,
      cell: ({ standing }) => <Badge tone={versionWords[standing].tone}>{versionWords[standing].label}</Badge>,
    },
    { key: "from", header: "From", width: "w-[12%]", least: 6.5, cell: ({ effective_from }) => <Moment at={effective_from} none="Always" /> },
    { key: "to", header: "Until", width: "w-[12%]", least: 6.5, cell: ({ effective_to }) => <Moment at={effective_to} none="Open" /> },
    { key: "comment", header: "Klarna's comment", least: 9, cell: ({ comment }) => comment ?? "" },
    {
      key: "changes",
      header: "What changes",
      width: "w-[15%]",
      least: 10.5,
      cell: ({ version, before }) =>
        typeof version === "number" && typeof before?.version === "number" ? (
          <Link
            href={routes.programPlan(environment, planId, { version: String(version), against: String(before.version) })}
            className="text-accent-ink underline"
          >
            Compare with version {before.version}
          </Link>
        ) : (
          <span className="text-muted">The first one</span>
        ),
    },
  ];
}
