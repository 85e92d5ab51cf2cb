import type { PartResource } from "@/lib/klarna/file/parts";
import type { Values, Written } from "@/lib/klarna/file/values";

/** A merchant's file as a person may see it: one reading of Klarna's. */
export interface MerchantFile {
  /** The account with all that the role may see expanded, personal data masked. */
  readonly account: unknown;
  /** For each part, by its key: a digest of each field that is masked, by which the desk knows later whether it is still as it was. */
  readonly stamps: Readonly<Record<string, Stamps>>;
  readonly read_at: string;
}

export type Stamps = Readonly<Record<string, string>>;

export type Act = "update" | "create" | "delete";

/** A part that somebody has changed and not sent. */
export interface EditedPart {
  readonly act: Act;
  /** How often it was sent before from the same edit: a later change of it is another change. */
  readonly round: number;
  /** What it was when they began, as they saw it. */
  readonly start: Values;
  readonly stamps: Stamps;
  readonly values: Values;
}

/** All that a person has changed on a merchant and not sent, by the part's key. */
export interface EditContent {
  readonly parts: Readonly<Record<string, EditedPart>>;
  /** How often a part was sent from this edit before. */
  readonly rounds: Readonly<Record<string, number>>;
}

/** The edit of a person on a merchant. Its id names the changes that come of it. */
export interface Edit {
  readonly id: string;
  readonly version: number;
  readonly updated_at: string;
  readonly content: EditContent;
  /** How each part stands that was sent, by its key. */
  readonly standing: Readonly<Record<string, "sent" | "confirmed" | "rejected" | "unknown" | undefined>>;
}

/** What is asked of the desk for one part: what it was, and what it is to be. */
export interface PartChange {
  readonly resource: PartResource;
  readonly id?: string | undefined;
  readonly act: Act;
  readonly round: number;
  readonly start: Readonly<Record<string, Written>>;
  readonly stamps: Stamps;
  /** Only the fields that the person changed; undefined can't cross the wire, so an emptied field is null. */
  readonly to: Readonly<Record<string, Exclude<Written, undefined> | null>>;
}

/** A field that somebody else changed too. */
export interface Conflict {
  readonly name: string;
  /** What stands at Klarna now, as the person may see it; and its digest where that is masked. */
  readonly theirs: unknown;
  readonly stamp?: string | undefined;
}

/**
 * What became of one part: done, with the fields that others changed meanwhile and that stay theirs; or not sent, and why. What was *sent
 * before* was done, and isn't all that is wanted now: what was typed since is another change.
 */
export type PartAnswer =
  | { readonly is: "done"; readonly merged: readonly string[]; readonly id?: string }
  | { readonly is: "as-wanted" }
  | { readonly is: "sent-before" }
  | { readonly is: "conflict"; readonly conflicts: readonly Conflict[]; readonly merged: readonly string[] }
  | { readonly is: "gone" };
