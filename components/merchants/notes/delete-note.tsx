"use client";

import { useMutation } from "@tanstack/react-query";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import type { Note } from "@/lib/desk/note";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { type NotePlace, notesDoor } from "./note-rights";

export interface DeleteNoteProps extends NotePlace {
  readonly note: Note;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Asks before a note is gone for good. */
export function DeleteNote({ environment, accountId, rights, onChanged, note, onClose, onDeleted }: DeleteNoteProps) {
  const remove = useMutation({
    mutationFn: () => send(`${notesDoor(accountId)}/${note.id}`, { method: "DELETE", search: { environment } }),
    onSuccess: async () => {
      await onChanged();
      onDeleted();
    },
  });
  const whose = note.person_id === rights.me ? "your" : `${note.by}'s`;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Delete ${whose} note?`}
      description="It can't be brought back. The log keeps that you deleted it, and nothing of what it says."
      footer={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" loading={remove.isPending} onClick={() => remove.mutate()}>
            Delete note
          </Button>
        </>
      }
    >
      {remove.error && <ProblemNotice title="The note wasn't deleted" problem={ProblemError.of(remove.error).problem} />}
    </Dialog>
  );
}
