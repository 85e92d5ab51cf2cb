"use client";

import clsx from "clsx";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** A heading that the item stands under, with its neighbours of the same group. */
  readonly group?: string;
  /** A number at its end; it may change while somebody looks. */
  readonly count?: ReactNode;
}

/** The pages of the desk. In the collapsed side bar only the icons show; the words stay for those who listen, and on hover. */
export function Navigation({ items }: { readonly items: readonly NavigationItem[] }) {
  const path = usePathname();
  const groups = [...new Set(items.map((item) => item.group))];
  return (
    <nav aria-label="Main" className="grid gap-3 p-2 max-md:gap-4">
      {groups.map((group) => (
        <div key={group ?? ""}>
          {group && <h2 className="hide-collapsed mb-1 px-2 font-medium text-muted text-xs">{group}</h2>}
          <ul className="grid gap-px max-md:gap-0.5">
            {items
              .filter((item) => item.group === group)
              .map((item) => (
                <li key={item.href}>
                  <Link
                    ref={isUnder(path, item.href) ? show : undefined}
                    href={item.href}
                    title={item.label}
                    aria-current={isUnder(path, item.href) ? "page" : undefined}
                    className={clsx(
                      "flex h-7.5 items-center gap-2.5 overflow-hidden rounded px-[11px] font-medium max-md:h-11 [&_svg]:size-4 [&_svg]:shrink-0",
                      isUnder(path, item.href) ? "bg-hover text-ink" : "text-muted hover:bg-hover hover:text-ink",
                    )}
                  >
                    {item.icon}
                    <span className="hide-collapsed truncate">{item.label}</span>
                    {item.count}
                  </Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** On a low screen the bar scrolls: where one is stands in sight. */
function show(link: HTMLAnchorElement | null): void {
  link?.scrollIntoView?.({ block: "nearest" });
}

/** A page below an item's own belongs to the item. */
function isUnder(path: string | null, href: string): boolean {
  return path === href || path?.startsWith(`${href}/`) === true;
}
