import "server-only";
import { z } from "zod";

import { timelineKinds } from "@/lib/desk/timeline";

import { merchantAddress } from "./address";

/** The most that a page of a timeline holds. */
export const longestTimeline = 200;

const empty = z.literal("").transform(() => undefined);
const day = z.iso.date("Write a day: 2026-11-25").or(empty).optional();

/** What a request asks of a merchant's timeline. */
export const timelineInput = merchantAddress.extend({
  kinds: z
    .string()
    .max(200)
    .default("")
    .transform((text) => text.split(",").filter((kind) => kind !== ""))
    .pipe(z.array(z.enum(timelineKinds, "isn't something that happens"))),
  person: z.uuid("isn't a person's id").toLowerCase().or(empty).optional(),
  from: day,
  to: day,
  after: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(longestTimeline).default(longestTimeline),
  fields: z.literal("changed").optional(),
});
