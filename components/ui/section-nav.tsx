"use client";

import clsx from "clsx";
import { usePathname } from "next/navigation";
import { Link } from "./link";

export interface SectionNavProps {
  /** The sections in their order: the last part of each address (the first has none), what it is called, and where it is. */
  readonly sections: readonly { readonly slug: string; readonly label: string; readonly href: string }[];
}

/** From section to section of one thing's page, `/environment/things/id/section`. On a phone it scrolls sideways, to where one is. */
export function SectionNav({ sections }: SectionNavProps) {
  const here = usePathname()?.split("/")[4] ?? "";
  if (sections.length < 2) return null;
  return (
    <nav aria-label="Sections" className="relative mt-1 mb-4 overflow-x-auto border-b">
      <ul className="flex min-w-max gap-1">
        {sections.map(({ slug, label, href }) => (
          <li key={slug}>
            <Link
              ref={here === slug ? scrollTo : undefined}
              href={href}
              aria-current={here === slug ? "page" : undefined}
              className={clsx(
                "-mb-px flex h-9 items-center border-b-2 px-3 font-medium max-md:h-11",
                here === slug ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function scrollTo(link: HTMLAnchorElement | null): void {
  const nav = link?.closest("nav");
  if (link && nav) nav.scrollLeft = link.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
}
