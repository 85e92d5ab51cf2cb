import { useMerchantHere } from "../merchant-context";
import { useEdit } from "./edit-context";
import { isGone } from "./gone";
import { stepsOf } from "./steps";
import { useReview } from "./use-review";

/** Opens the review of everything that is changed; unless something in it can't be sent as it stands: then that is said at its fields. */
export function useCheckedReview(): () => Promise<void> {
  const { book, refuse } = useEdit();
  const { account } = useMerchantHere();
  const { setOpen, setWrong } = useReview();
  return async () => {
    // Without the contract's schemas nothing is called wrong: the server looks again.
    const contract = await import("@/lib/klarna/file/check").catch(() => undefined);
    const wrong = stepsOf(book.content()).flatMap(({ key, part, edited }) => {
      // Of what is gone there is no form to correct it in: the review says that it can't be sent, and the rest can.
      const checks = edited.act !== "delete" && !isGone(account, part, edited);
      const faults = contract && checks ? contract.checkPart(part.resource, edited.act, edited.start, edited.values) : {};
      return Object.keys(faults).length > 0 ? [{ key, refused: { faults, values: edited.values } }] : [];
    });
    for (const { key, refused } of wrong) refuse(key, refused);
    setWrong(wrong.map(({ key }) => key));
    if (wrong.length === 0) setOpen(true);
  };
}
