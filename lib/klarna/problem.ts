/** The one error shape that crosses the wire to the browser. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  /** A sentence for the person: what happened and what to do. */
  readonly message: string;
  /** Klarna's `error_id`, which its support asks for; of a fault of our own the request's id, which finds it in the desk's log. */
  readonly errorId?: string;
  /** Which inputs it is about, as `channel.websites.0.urls.0`. */
  readonly fields: readonly ProblemField[];
  /** It is a change's, which may have been done all the same. Said by whoever asked for the change (`send`), not by who answers. */
  readonly unclear?: boolean;
}

export interface ProblemField {
  readonly path: string;
  readonly message: string;
}

type Given = Omit<Problem, "fields"> & { readonly fields?: readonly ProblemField[] };

export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly problem: Problem;

  constructor(problem: Given, options?: ErrorOptions) {
    super(problem.message, options);
    this.problem = { fields: [], ...problem };
  }

  /** Any error as a problem: what isn't one means that the desk itself couldn't be reached. */
  static of(error: unknown): ProblemError {
    if (error instanceof ProblemError) return error;
    return new ProblemError(
      { status: 0, code: "UNREACHABLE", message: "The desk can't be reached. What you see is the last it sent; check your connection and try again." },
      { cause: error },
    );
  }
}

/** Whether the same may be answered otherwise in a while: what is away comes back, what was refused stays so. */
export function mayPass({ status }: Pick<Problem, "status">): boolean {
  return status === 0 || status === 429 || status >= 500;
}

/** Whether a problem's id is Klarna's own: a fault of the desk's has the id of its request, which means nothing to Klarna. */
export function hasKlarnasId({ code, errorId }: { readonly code?: string; readonly errorId?: string }): boolean {
  return errorId !== undefined && !deskFaults.has(code ?? "");
}

const deskFaults: ReadonlySet<string> = new Set(["UNEXPECTED", "DATABASE_DOWN", "DISK_FULL"]);

export function isProblem(value: unknown): value is Problem {
  const given = value as Partial<Problem> | null;
  return (
    typeof given === "object" &&
    given !== null &&
    typeof given.status === "number" &&
    typeof given.code === "string" &&
    typeof given.message === "string" &&
    Array.isArray(given.fields)
  );
}

/** The fields of a failed parse, in our path notation. */
export function problemFields(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): readonly ProblemField[] {
  return issues.map((issue) => ({ path: issue.path.map(String).join("."), message: issue.message }));
}
