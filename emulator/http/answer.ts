/** What leaves the emulator, before it's put on the wire. A body that is undefined is none at all. */
export interface Answer {
  readonly status: number;
  readonly type: "application/json" | "text/csv" | "text/html";
  readonly body?: string | undefined;
}

/** A 200 with JSON; a 204 where there is nothing to say. */
function yes(value: unknown): Answer {
  return value === undefined ? { status: 204, type: "application/json" } : { status: 200, type: "application/json", body: JSON.stringify(value) };
}

/** A settlement report. */
export class Csv {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What an operation's handler returned, as an answer. */
export function answerOf(value: unknown): Answer {
  return value instanceof Csv ? { status: 200, type: "text/csv", body: value.text } : yes(value);
}
