import clsx from "clsx";
import { FlaskConical, Store } from "lucide-react";
import { Link } from "@/components/ui/link";

type Name = "test" | "live";

export interface EnvironmentSwitchProps {
  /** Where this page works; undefined on pages that are bound to neither. */
  readonly environment: Name | undefined;
  /** Those this desk has a key for, and where each begins. */
  readonly environments: readonly { readonly name: Name; readonly href: string }[];
}

/** Which of Klarna's two worlds this page works in, and the way to the other. */
export function EnvironmentSwitch({ environment, environments }: EnvironmentSwitchProps) {
  return (
    <nav aria-label="Environment" className="inline-flex rounded border p-0.5">
      {environments.map(({ name, href }) => (
        <Link
          key={name}
          href={href}
          aria-current={name === environment ? "true" : undefined}
          className={clsx(
            "inline-flex h-6 items-center gap-1.5 rounded-[6px] px-2 font-medium text-xs max-md:h-10 max-md:px-2 [&_svg]:size-3.5",
            name === environment ? current[name] : "text-muted hover:text-ink",
          )}
        >
          {name === "test" ? <FlaskConical aria-hidden /> : <Store aria-hidden />}
          {name.toUpperCase()}
        </Link>
      ))}
    </nav>
  );
}

const current = { test: "bg-band text-on-band", live: "bg-hover text-ink" };
