"use client";

import { createContext, type ReactNode, useContext, useMemo, useState, useSyncExternalStore } from "react";

import type { Saving } from "@/components/operation/saving";
import { useKeptOnLeave } from "@/components/operation/use-kept-on-leave";
import type { Edit, EditContent } from "@/lib/desk/file";
import type { Environment } from "@/lib/klarna/environment";
import type { Faults } from "@/lib/klarna/file/fault-fields";
import type { Values } from "@/lib/klarna/file/values";
import { send } from "@/lib/query/send";

import { EditBook, type EditDoor } from "./edit-book";
import type { FileAccess } from "./file-access";
import { noteChanged, noteUnchanged, useCatchUp } from "./use-catch-up";
import { ReviewContext } from "./use-review";

/** What Klarna refused of a part: it stands at its fields until they are others. */
export interface Refused {
  readonly faults: Faults;
  readonly values: Values;
}

interface EditHere {
  readonly book: EditBook;
  readonly content: EditContent;
  /** The parts that were sent and aren't clear yet. */
  readonly held: ReadonlySet<string>;
  readonly saving: Saving;
  readonly access: FileAccess;
  readonly refused: Readonly<Record<string, Refused>>;
  readonly refuse: (key: string, refused: Refused) => void;
}

const EditContext = createContext<EditHere | undefined>(undefined);

export interface EditProviderProps {
  readonly environment: Environment;
  readonly accountId: string;
  /** What this person had typed before and not sent. */
  readonly edit: Edit | null;
  readonly access: FileAccess;
  readonly children: ReactNode;
}

/** Holds what a person changes on a merchant, from section to section, until it is sent. */
export function EditProvider({ environment, accountId, edit, access, children }: EditProviderProps) {
  const [book] = useState(() => new EditBook(doorOf(environment, accountId), edit));
  const content = useSyncExternalStore(book.subscribe, book.content, book.content);
  const held = useSyncExternalStore(book.subscribe, book.held, book.held);
  const saving = useSyncExternalStore(book.saver.subscribe, book.saver.saving, book.saver.saving);
  const [refused, setRefused] = useState<Readonly<Record<string, Refused>>>({});
  useKeptOnLeave(book.saver);
  useCatchUp(book, accountId, access.write);
  const here = useMemo(
    () => ({ book, content, held, saving, access, refused, refuse: (key: string, one: Refused) => setRefused((before) => ({ ...before, [key]: one })) }),
    [book, content, held, saving, access, refused],
  );
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const review = useMemo(() => ({ open, setOpen, wrong, setWrong }), [open, wrong]);
  return (
    <EditContext value={here}>
      <ReviewContext value={review}>{children}</ReviewContext>
    </EditContext>
  );
}

/** What is being changed on this merchant. */
export function useEdit(): EditHere {
  const here = useContext(EditContext);
  if (!here) throw new Error("A section of a merchant's page stands within its frame.");
  return here;
}

function doorOf(environment: Environment, accountId: string): EditDoor {
  const path = `/api/desk/merchants/${encodeURIComponent(accountId)}/edit`;
  return {
    save: (version, content, leaving) => {
      noteChanged(accountId);
      return send<Edit>(path, { method: "PUT", repeatable: true, keepalive: leaving, body: { environment, version, content } });
    },
    read: async () => (await send<Edit | null>(path, { search: { environment } })) ?? { version: 0, updated_at: "", content: null },
    drop: async (version, leaving) => {
      await send(path, { method: "DELETE", repeatable: true, keepalive: leaving, search: { environment, version: String(version) } });
      noteUnchanged(accountId);
    },
  };
}
