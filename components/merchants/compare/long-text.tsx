"use client";

import { useState } from "react";

import { Button } from "@/components/ui/button";

const most = 240;

/** A text whole, but for one that would push everything else off the screen: that is cut off until somebody wants all of it. */
export function LongText({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(text.length <= most);
  if (whole) return text;
  return (
    <>
      {[...text].slice(0, most).join("")}…
      <Button variant="ghost" size="sm" className="-my-1" onClick={() => setWhole(true)}>
        Show all<span className="sr-only"> {text.length.toLocaleString("en")} characters</span>
      </Button>
    </>
  );
}
