import "server-only";
import type { AttentionAct } from "@/lib/desk/attention";
import { ProblemError } from "@/lib/klarna/problem";

import type { AuditKind } from "../audit";
import { databaseTime } from "../db/clock";
import type { Values } from "../db/values";
import { roleOfAssignee } from "./assignees";
import { rulesSeenBy } from "./rules";

/** What is done with things of the list, as SQL. */
export interface Step {
  readonly kind: AuditKind;
  readonly set: string;
  /** How a thing must stand for that. */
  readonly where: string;
  /** What the audit entry says besides the rule: codes and times. */
  readonly detail: string;
  /** Only what these have found, where it isn't for everybody's eyes. */
  readonly rules?: readonly string[];
}

/** What an act means. Throws 400 for somebody who can't take care of anything, and for a time that makes no sense. */
export async function stepOf(act: AttentionAct, person: string, values: Values): Promise<Step> {
  switch (act.act) {
    case "assign":
      return assign(act, values);
    case "due":
      return { kind: "attention-due-set", set: `due_at = ${await soon("at", act.at, values)}`, where: open, detail: nothing };
    case "snooze": {
      const until = await soon("until", act.until, values);
      return { kind: "attention-snoozed", set: `snoozed_until = ${until}`, where: open, detail: `jsonb_build_object('until', ${until})` };
    }
    case "done":
      return { kind: "attention-done", set: `done_at = now(), done_by = ${person}::uuid`, where: open, detail: nothing };
    case "undo":
      return { kind: "attention-reopened", set: "done_at = NULL, done_by = NULL, snoozed_until = NULL", where: put, detail: nothing };
  }
}

const open = "a.done_at IS NULL";
const put = "(a.done_at IS NOT NULL OR a.snoozed_until > now())";
const nothing = "'{}'::jsonb";

/** Who was faster keeps it until somebody has seen that. */
async function assign({ person_id, from }: Extract<AttentionAct, { act: "assign" }>, values: Values): Promise<Step> {
  const role = person_id === null ? undefined : await roleOfAssignee(person_id);
  const to = `${values.add(person_id)}::uuid`;
  return {
    kind: "attention-assigned",
    set: `person_id = ${to}`,
    where: `${open} AND a.person_id IS NOT DISTINCT FROM ${values.add(from)}::uuid`,
    detail: `jsonb_build_object('person', ${to})`,
    ...(role && { rules: rulesSeenBy(role) }),
  };
}

const day = 24 * 60 * 60 * 1_000;

/** SQL for a time within the next year. */
async function soon(path: string, text: string, values: Values): Promise<string> {
  const ahead = Date.parse(text) - (await databaseTime()).getTime();
  if (ahead > 0 && ahead <= 366 * day) return `${values.add(text)}::timestamptz`;
  const message = ahead > 0 ? "At most a year from now" : "Choose a time that is still to come";
  throw new ProblemError({ status: 400, code: "INVALID_INPUT", message: `${message}.`, fields: [{ path, message }] });
}
