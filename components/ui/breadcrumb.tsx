import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import { Link } from "./link";

import { Truncated } from "./truncated";

export interface BreadcrumbProps {
  /** From the widest to this page, which is the last and needs no address. */
  readonly items: readonly { readonly label: string; readonly href?: string }[];
}

/** The way back up. Pages give it to their header; it is drawn into the shell's top bar, so that it stays in view. */
export function Breadcrumb({ items }: BreadcrumbProps) {
  return (
    <nav
      aria-label="Breadcrumb"
      // On a phone a way up of one step would only repeat the title.
      className="has-[li:only-child]:max-md:hidden fixed top-(--band-height) right-96 left-[calc(var(--side)+24px)] z-30 flex h-(--bar) items-center lg:right-144 max-md:static max-md:mb-3 max-md:h-auto max-md:w-full"
    >
      <ol className="flex w-full min-w-0 items-center gap-1 text-muted">
        {items.map(({ label, href }, index) => (
          <li key={`${href} ${label}`} className="flex min-w-0 items-center gap-1 not-last:max-w-1/2 not-last:shrink-0">
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0" />}
            {href ? (
              <Link href={href} className="min-w-0 rounded-sm hover:text-ink max-md:py-2">
                <Truncated text={label} />
              </Link>
            ) : (
              <span className={clsx("min-w-0", index === items.length - 1 && "text-ink")} {...(index === items.length - 1 && { "aria-current": "page" })}>
                <Truncated text={label} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
