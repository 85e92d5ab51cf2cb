import { createContext, useContext } from "react";

interface Review {
  /** Whether what is about to be sent is being looked through. */
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  /** The parts that couldn't be sent as they were when somebody last asked to. */
  readonly wrong: readonly string[];
  readonly setWrong: (keys: readonly string[]) => void;
}

export const ReviewContext = createContext<Review>({ open: false, setOpen: () => undefined, wrong: [], setWrong: () => undefined });

export function useReview(): Review {
  return useContext(ReviewContext);
}
