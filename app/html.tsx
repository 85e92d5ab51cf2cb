"use client";

import { type ReactNode, useState } from "react";

import type { Theme } from "@/components/ui/theme";

export interface HtmlProps {
  readonly theme: Theme;
  /** The classes that name the fonts, for who has them. */
  readonly fonts: string | undefined;
  readonly children: ReactNode;
}

/** The document. Its fonts are those that it began with: once they are fetched, a page that asks the server anew would move under its reader's eyes. */
export function Html({ theme, fonts, children }: HtmlProps) {
  const [atFirst] = useState(fonts);
  return (
    <html lang="en" data-theme={theme} className={atFirst}>
      {children}
    </html>
  );
}
