"use client";

import clsx from "clsx";
import { useRouter } from "next/navigation";
import { Link } from "@/components/ui/link";

import { SelectField } from "@/components/ui/select-field";
import type { Environment } from "@/lib/klarna/environment";
import { versionWords } from "@/lib/klarna/program-words";
import { routes } from "@/lib/routes";

import { searchOfVersion, type VersionLine, versionName } from "./versions";

export interface VersionTabsProps {
  readonly environment: Environment;
  readonly planId: string;
  readonly lines: readonly VersionLine[];
  /** While nobody knows the versions yet it is as high as with its choice: what stands below it stays where it is. */
  readonly reading: boolean;
  /** The version that is shown, and the one it is compared with. */
  readonly shown: number | undefined;
  readonly against: number | undefined;
}

/** From version to version of a plan, and which other one stands beside it. */
export function VersionTabs({ environment, planId, lines, reading, shown, against }: VersionTabsProps) {
  const router = useRouter();
  const others = lines.filter(({ version }) => typeof version === "number" && version !== shown);
  const compare = (value: string) =>
    router.push(routes.programPlan(environment, planId, { ...(shown !== undefined && { version: String(shown) }), ...(value !== "" && { against: value }) }));
  return (
    <div
      className={clsx("mb-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 border-b max-md:pb-3", reading ? "min-h-17 max-md:min-h-34" : "min-h-9")}
    >
      <nav aria-label="Versions" className="min-w-0 overflow-x-auto">
        <ul className="flex min-w-max gap-1">
          {[...lines].reverse().map((line) => (
            <li key={line.key}>
              <Link
                href={routes.programPlan(environment, planId, searchOfVersion(line))}
                aria-current={line.version === shown ? "page" : undefined}
                className={clsx(
                  "flex h-9 items-center gap-1.5 border-b-2 px-3 font-medium max-md:h-11",
                  line.version === shown ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
                )}
              >
                {versionName(line)}
                <span className="font-normal text-muted text-xs">{versionWords[line.standing].label.toLowerCase()}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {others.length > 0 && (
        <SelectField
          label="Compared with"
          className="w-60 pb-2 max-md:w-full"
          optional="quietly"
          placeholder="No other version"
          value={against === undefined ? "" : String(against)}
          options={others.map((line) => ({ value: String(line.version), label: `${versionName(line)}, ${versionWords[line.standing].label.toLowerCase()}` }))}
          onChange={({ target }) => compare(target.value)}
        />
      )}
    </div>
  );
}
