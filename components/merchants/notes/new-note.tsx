"use client";

import { NotebookPen } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "@/components/ui/button";

import type { NotePlace } from "./note-rights";
import { unsentKey, unsentNotes } from "./unsent";

const NoteForm = dynamic(() => import("./note-form").then((module) => module.NoteForm));

/** The way to leave a note; what was begun before stands there still. */
export function NewNote(place: NotePlace) {
  const [state, setState] = useState<"closed" | "open" | "done">(() => (unsentNotes.has(unsentKey(place)) ? "open" : "closed"));
  return (
    <div className="max-w-2xl">
      {state === "open" ? (
        <NoteForm {...place} onDone={() => setState("done")} />
      ) : (
        // Whoever has just written one goes on from here.
        <Button data-command="write-note" icon={<NotebookPen aria-hidden />} autoFocus={state === "done"} onClick={() => setState("open")}>
          Write a note
        </Button>
      )}
    </div>
  );
}
