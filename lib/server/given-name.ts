import "server-only";
import { z } from "zod";

// What can't be seen can't be told apart, and may turn the text around it. What joins letters (Persian) and pictures into one stays, where there is something to join.
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;
const joinsNothing = /(?<=^|[\0-\x7f])[\u200c\u200d]+|[\u200c\u200d]+$/gu;

/** What people here call a thing of theirs, as it is kept: at most so many characters, all of which can be seen. `missing` says what is to be done where there are none. */
export function givenName(most: number, missing: string) {
  return z
    .string()
    .transform((text) => text.replace(unseen, "").replace(joinsNothing, "").trim())
    .refine((text) => text !== "", missing)
    .refine((text) => [...text].length <= most, `At most ${most} characters`);
}
