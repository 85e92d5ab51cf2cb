"use client";

import { type KeyboardEvent, useEffect, useState } from "react";

import { fieldMessage, useSubmit } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import type { Note } from "@/lib/desk/note";
import { send } from "@/lib/query/send";

import { MentionArea } from "./mention-area";
import { type NotePlace, notesDoor } from "./note-rights";
import { keepUnsent, type UnsentNote, unsentKey, unsentNotes } from "./unsent";

export interface NoteFormProps extends NotePlace {
  /** The note that is changed; without one a new one is written. */
  readonly note?: Note;
  readonly onDone: () => void;
}

/** Writes a note, or changes one. What is typed stays until it is sent or given up. */
export function NoteForm({ environment, accountId, note, onChanged, onDone }: NoteFormProps) {
  const key = unsentKey({ environment, accountId }, note?.id);
  const [written, setWritten] = useState<UnsentNote>(() => unsentNotes.get(key) ?? begun(note));
  const { body, ticket, mentions } = written;
  const untouched = body === (note?.body ?? "") && ticket === (note?.ticket ?? "");
  useEffect(() => keepUnsent(key, untouched ? undefined : written), [key, untouched, written]);

  const { problem, busy, submit } = useSubmit(async () => {
    const given = { environment, body, ticket, mentions };
    if (note) await send(`${notesDoor(accountId)}/${note.id}`, { method: "PUT", body: given });
    else await send(notesDoor(accountId), { method: "POST", body: { ...given, id: written.id } });
    keepUnsent(key);
    await onChanged();
    onDone();
  });
  const giveUp = () => {
    keepUnsent(key);
    onDone();
  };
  const sendByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
  };
  return (
    <form
      method="post"
      aria-label={note ? "Change the note" : "New note"}
      onSubmit={submit}
      onKeyDown={sendByKey}
      className="grid gap-3 rounded border bg-raised p-4"
    >
      <MentionArea
        label={note ? "What it says" : "Note"}
        help="Colleagues who may see merchants can read it, and nobody at Klarna. @ names a colleague, who finds it under Needs attention."
        error={fieldMessage(problem, "body")}
        value={body}
        onChange={(text, mentioned) => setWritten({ ...written, body: text, mentions: mentioned ? [...new Set([...mentions, mentioned])] : mentions })}
      />
      <TextField
        label="Ticket number"
        optional
        mono
        className="max-w-xs"
        value={ticket}
        error={fieldMessage(problem, "ticket")}
        autoComplete="off"
        onChange={({ target }) => setWritten({ ...written, ticket: target.value })}
      />
      {problem && problem.fields.length === 0 && <ProblemNotice title="The note wasn't saved. What you have typed stays here." problem={problem} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={giveUp}>{untouched ? "Close" : "Throw away"}</Button>
        <Button type="submit" variant="primary" loading={busy} unavailable={body.trim() === "" ? "Write something first." : undefined}>
          Save note
        </Button>
      </div>
    </form>
  );
}

function begun(note: Note | undefined): UnsentNote {
  return { id: note?.id ?? crypto.randomUUID(), body: note?.body ?? "", ticket: note?.ticket ?? "", mentions: note?.mentions.map(({ id }) => id) ?? [] };
}
