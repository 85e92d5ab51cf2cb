"use client";

import dynamic from "next/dynamic";

import { isStopped } from "@/components/operation/saving";

import { useEdit } from "./edit-context";
import { useReview } from "./use-review";

// Whoever changes nothing needn't load it.
const OpenEdits = dynamic(() => import("./open-edits").then((module) => module.OpenEdits));

/** What is changed and not sent, on whatever section of the merchant's page somebody is; and the way to send it. */
export function EditBar() {
  const { content, saving } = useEdit();
  const { open } = useReview();
  // What was given up or sent, and the desk couldn't forget yet, is in sight too.
  return (open || Object.keys(content.parts).length > 0 || isStopped(saving)) && <OpenEdits />;
}
