import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { type Fields, partIn } from "@/lib/klarna/file/parts";
import type { Problem } from "@/lib/klarna/problem";

import { useMerchantHere } from "../merchant-context";
import { useEdit } from "./edit-context";
import { PartFacts } from "./part-facts";
import type { Step } from "./steps";

/** A refusal of what Klarna takes once, with what stands there: the page reads the merchant anew as soon as it comes. */
export function StandsAlready({ step: { key, part }, problem }: { readonly step: Step; readonly problem: Problem }) {
  const { book } = useEdit();
  const { account } = useMerchantHere();
  const fields = partIn(account, part) ?? {};
  return (
    <>
      <ProblemNotice
        title="This wasn't done"
        problem={problem}
        about={{ operation: "accountInformation.update" }}
        actions={<Button onClick={() => void book.drop(key)}>Leave it out</Button>}
      />
      <section aria-label="What stands at Klarna">
        <p className="font-medium">What stands at Klarna</p>
        {holdsSomething(fields) ? (
          <PartFacts part={part} fields={fields} masked={[]} />
        ) : (
          <p className="text-muted">It couldn't be read yet: close this, and refresh the page.</p>
        )}
      </section>
    </>
  );
}

/** Whether a part has any value. */
export function holdsSomething(fields: Fields | undefined): boolean {
  return Object.values(fields ?? {}).some((value) => value !== null && value !== undefined);
}
