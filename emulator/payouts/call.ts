import type { Book } from "./book";

/** A request that was let in. */
export interface PayoutCall {
  readonly book: Book;
  readonly params: Readonly<Record<string, string>>;
  readonly search: string;
  /** Where links lead. */
  readonly origin: string;
}
