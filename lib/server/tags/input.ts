import "server-only";
import { z } from "zod";

import { tagColours } from "@/lib/desk/tag";
import { environments } from "@/lib/klarna/environment";

import { givenName } from "../given-name";

const environment = z.enum(environments);
const id = z.uuid("isn't a tag's id").toLowerCase();
const name = givenName(40, "Give the tag a name");
const colour = z.enum(tagColours, "Choose a colour");

export const newTag = z.strictObject({ environment, name, colour });
export const tagAddress = z.strictObject({ environment, id });
export const changedTag = tagAddress.extend({ name, colour });
export const tagging = z.strictObject({
  environment,
  account_ids: z.array(z.string().max(200)).min(1, "Choose a merchant").max(1_000, "At most 1,000 merchants at once"),
  add: z.array(id).max(50),
  remove: z.array(id).max(50),
});
