/** The colours a tag can have, each a pair of tokens: a tag is always said by its name as well. */
export const tagColours = ["grey", "blue", "green", "amber", "red"] as const;
export type TagColour = (typeof tagColours)[number];

/** A word that a team sorts its merchants by. */
export interface Tag {
  readonly id: string;
  readonly name: string;
  readonly colour: TagColour;
}
