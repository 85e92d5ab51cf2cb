/** What a colour means here. Each is always said with an icon and a word as well. */
export type Tone = "good" | "waiting" | "wrong" | "off";
