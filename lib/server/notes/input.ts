import "server-only";
import { z } from "zod";

import { turning } from "@/lib/desk/isolated";
import { longestNote, ticketPattern } from "@/lib/desk/note";

import { merchantAddress } from "../merchants/address";

// What can't be printed, and what turns the direction of the text around it. What joins letters and pictures into one stays.
const invisible = new RegExp(`[^\\P{Cc}\\n\\t]|\\p{Cs}|${turning}`, "gu");

const body = z
  .string()
  .transform((text) => text.replaceAll("\r\n", "\n").replace(invisible, "").trim())
  .refine((text) => text !== "", "Write something first")
  .refine((text) => [...text].length <= longestNote, `At most ${longestNote.toLocaleString("en")} characters`);

/** A ticket number as it is typed; null for none. */
export const ticket = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : text))
  .refine((text) => text === null || ticketPattern.test(text), "Only the number, as in CASE-1234: at most 40 letters, digits and . _ # : / -");

const text = { body, ticket, mentions: z.array(z.uuid("isn't a person's id").toLowerCase()).max(50, "At most 50 people") };

/** How a request names one note. */
export const noteAddress = merchantAddress.extend({ note_id: z.uuid("isn't a note's id").toLowerCase() });

/** A new one has its id from whoever writes it: however often it is sent, it is one note. */
export const newNote = merchantAddress.extend({ id: noteAddress.shape.note_id, ...text });
export const changedNote = noteAddress.extend(text);
export const pinnedNote = noteAddress.extend({ pinned: z.boolean() });

export type NoteAddress = z.output<typeof noteAddress>;
export type NewNote = z.output<typeof newNote>;
export type ChangedNote = z.output<typeof changedNote>;
