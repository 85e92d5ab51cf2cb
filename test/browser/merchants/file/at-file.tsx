import { cleanup } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeAll, vi } from "vitest";

import { MerchantFrame } from "@/components/merchants/merchant-frame";
import type { Edit, EditContent } from "@/lib/desk/file";
import type { MerchantInGroup } from "@/lib/desk/merchant";
import type { PartResource } from "@/lib/klarna/file/parts";
import { valuesOf } from "@/lib/klarna/file/values";

import { haveDialogs } from "../../dialogs";
import { type Answer, accountId, Doors, merchant, merchantDoor, quiet, renderFresh } from "../desk";

export const fileDoor = `${merchantDoor}/file`;
export const editDoor = `${merchantDoor}/edit`;
export const partsDoor = `${editDoor}/parts`;

/** What Klarna answers when the whole file is read. */
export function read(account: object, stamps: Readonly<Record<string, Readonly<Record<string, string>>>> = {}): Answer {
  return { json: { account: { ...merchant(), ...account }, stamps, read_at: "2026-11-23T12:00:00Z" } };
}

/** An edit of one part, begun on what it was. */
export function begun(resource: PartResource, was: object, changed: object, standing: Edit["standing"] = {}): Edit {
  const start = valuesOf(resource, was);
  const parts: EditContent["parts"] = { [resource]: { act: "update", round: 0, start, stamps: {}, values: { ...start, ...changed } } };
  return { id: "e1", version: 1, updated_at: "2026-11-23T12:00:00Z", content: { parts, rounds: {} }, standing };
}

/** The same of one of several. */
export function begunOne(resource: PartResource, id: string, was: object, changed: object): Edit {
  const { content, ...edit } = begun(resource, was, changed);
  return { ...edit, content: { ...content, parts: Object.fromEntries(Object.values(content.parts).map((part) => [`${resource} ${id}`, part])) } };
}

/** Each test of a file has a page to itself. Forms and dialogs are loaded when they are wanted, which takes a while. */
export function freshPages(): void {
  beforeAll(openableDialogs);
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });
}

/** jsdom has dialogs and hints, and no way to open and close them. */
export function openableDialogs(): void {
  haveDialogs();
  Object.assign(HTMLElement.prototype, { showPopover: () => undefined, hidePopover: () => undefined });
}

interface Given {
  readonly answers?: Readonly<Record<string, Answer | Promise<Answer>>>;
  readonly known?: MerchantInGroup;
  readonly edit?: Edit | null;
  /** Whether the person may change it. */
  readonly write?: boolean;
}

/** A section of a merchant's page within its frame, for somebody who may do everything unless said otherwise. */
export function openSection(section: ReactNode, { answers = {}, known = merchant(), edit = null, write = true }: Given = {}): Doors {
  const doors = new Doors({ ...quiet, [merchantDoor]: { json: known }, [editDoor]: { json: edit }, ...answers });
  renderFresh(
    <MerchantFrame
      environment="test"
      accountId={accountId}
      known={known}
      timeline={{ pinned: [], entries: [], next: null }}
      claim={null}
      me="me"
      readAt={new Date().toISOString()}
      access={{ write, people: true, bank: true, reveal: true }}
      edit={edit}
      sections={[]}
      mayOnboard
      mayTag
    >
      {section}
    </MerchantFrame>,
  );
  return doors;
}
