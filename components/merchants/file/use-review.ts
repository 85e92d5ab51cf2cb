import { createContext, useContext } from "react";

/** Whether what is about to be sent is being looked through. */
export const ReviewContext = createContext<{ readonly open: boolean; readonly setOpen: (open: boolean) => void }>({ open: false, setOpen: () => undefined });

export function useReview() {
  return useContext(ReviewContext);
}
