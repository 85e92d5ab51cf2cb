"use client";

import { type ReactNode, useState } from "react";

import { Button } from "./button";

const most = 240;

export interface LongTextProps {
  readonly text: string;
  /** An address outside the desk that the text leads to. */
  readonly href?: string;
}

/** A text whole, but for one that would push everything else off the screen: that is cut off until somebody wants all of it. */
export function LongText({ text, href }: LongTextProps) {
  const [whole, setWhole] = useState(text.length <= most);
  if (whole) return <Led href={href}>{text}</Led>;
  return (
    <>
      <Led href={href}>{[...text].slice(0, most).join("")}…</Led>
      <Button variant="ghost" size="sm" className="-my-1" onClick={() => setWhole(true)}>
        Show all<span className="sr-only"> {text.length.toLocaleString("en")} characters</span>
      </Button>
    </>
  );
}

function Led({ href, children }: { readonly href: string | undefined; readonly children: ReactNode }) {
  if (href === undefined) return children;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" className="wrap-anywhere rounded-sm text-accent-ink hover:underline">
      {children}
    </a>
  );
}
