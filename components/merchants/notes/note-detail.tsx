"use client";

import { useMutation } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import type { Note } from "@/lib/desk/note";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { type NotePlace, notesDoor } from "./note-rights";
import { NoteText } from "./note-text";
import { unsentKey, unsentNotes } from "./unsent";

const NoteForm = dynamic(() => import("./note-form").then((module) => module.NoteForm));
const DeleteNote = dynamic(() => import("./delete-note").then((module) => module.DeleteNote));

export interface NoteDetailProps extends NotePlace {
  readonly note: Note;
  readonly onDeleted: () => void;
}

/** What a note says, and what this person may do with it. */
export function NoteDetail({ note, onDeleted, ...place }: NoteDetailProps) {
  const { environment, accountId, rights, onChanged } = place;
  const [state, setState] = useState<"shown" | "changing" | "changed" | "deleting">(() => (unsentNotes.has(unsentKey(place, note.id)) ? "changing" : "shown"));
  const [whole, setWhole] = useState(false);
  const pin = useMutation({
    mutationFn: () => send(`${notesDoor(accountId)}/${note.id}/pin`, { method: "PUT", body: { environment, pinned: note.pinned_at === null } }),
    onSettled: onChanged,
  });
  if (state === "changing") return <NoteForm {...place} note={note} onDone={() => setState("changed")} />;
  const mine = note.person_id === rights.me;
  const long = isLong(note.body);
  return (
    <div data-note className="grid gap-1">
      <NoteText note={note} cut={long && !whole} />
      {long && (
        <Button variant="ghost" size="sm" className="-ml-2 w-fit" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? "Show less of it" : "Show all of it"}
        </Button>
      )}
      {pin.error && <ProblemNotice problem={ProblemError.of(pin.error).problem} />}
      {rights.mayWrite && (
        <div className="-ml-2 flex flex-wrap gap-1">
          <Button variant="ghost" size="sm" loading={pin.isPending} onClick={() => pin.mutate()}>
            {note.pinned_at ? "Unpin" : "Pin on top"}
          </Button>
          {mine && (
            <Button variant="ghost" size="sm" autoFocus={state === "changed"} onClick={() => setState("changing")}>
              Edit
            </Button>
          )}
          {(mine || rights.mayDelete) && (
            <Button variant="ghost" size="sm" aria-haspopup="dialog" onClick={() => setState("deleting")}>
              Delete
            </Button>
          )}
        </div>
      )}
      {state === "deleting" && <DeleteNote {...place} note={note} onClose={() => setState("shown")} onDeleted={onDeleted} />}
    </div>
  );
}

/** Whether a note would push what happened off the screen. */
function isLong(body: string): boolean {
  return body.length > 800 || body.split("\n").length > 12;
}
