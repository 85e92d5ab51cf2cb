"use client";

import dynamic from "next/dynamic";

import { useEdit } from "./edit-context";
import { useReview } from "./use-review";

// Whoever changes nothing needn't load it.
const OpenEdits = dynamic(() => import("./open-edits").then((module) => module.OpenEdits));

/** What is changed and not sent, on whatever section of the merchant's page somebody is; and the way to send it. */
export function EditBar() {
  const { content } = useEdit();
  const { open } = useReview();
  return (open || Object.keys(content.parts).length > 0) && <OpenEdits />;
}
