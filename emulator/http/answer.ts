/** What leaves the emulator, before it's put on the wire. A body that is undefined is none at all. */
export interface Answer {
  readonly status: number;
  readonly type: "application/json" | "text/csv" | "text/html" | "application/pdf";
  readonly body?: string | Iterable<Uint8Array> | undefined;
}

/** A 200 with JSON; a 204 where there is nothing to say. */
function yes(value: unknown): Answer {
  return value === undefined ? { status: 204, type: "application/json" } : { status: 200, type: "application/json", body: JSON.stringify(value) };
}

/** A settlement report: whole, or as the pieces that it is made of while it is sent. */
export class Csv {
  readonly body: string | Iterable<Uint8Array>;

  constructor(body: string | Iterable<Uint8Array>) {
    this.body = body;
  }
}

/** What an operation's handler returned, as an answer. */
export function answerOf(value: unknown): Answer {
  return value instanceof Csv ? { status: 200, type: "text/csv", body: value.body } : yes(value);
}
