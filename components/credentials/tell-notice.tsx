import { useState } from "react";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import { SelectField } from "@/components/ui/select-field";
import type { DeskCredential } from "@/lib/desk/credential";

import type { CredentialActing } from "./use-credential-act";
import { isAlive, nameOf, shortId } from "./words";

export interface TellNoticeProps {
  readonly credentials: readonly DeskCredential[];
  readonly act: CredentialActing;
}

/** The desk can't tell which credential its own key belongs to, says so, and asks. */
export function TellNotice({ credentials, act }: TellNoticeProps) {
  const [chosen, setChosen] = useState("");
  const options = credentials
    .filter((credential) => isAlive(credential) && credential.own === "unknown")
    .map((credential) => ({ value: credential.credential_id, label: `${nameOf(credential)} (${shortId(credential)})` }));
  return (
    <Notice tone="waiting" title="The desk can't tell which of these is its own">
      <p>
        Its key doesn't say which credential it belongs to, it wasn't made here, and Klarna doesn't say either. Until it is known, each that may be the desk's
        own has to be released before it can be disabled.
      </p>
      {options.length > 0 && (
        <div className="mt-3 flex flex-wrap items-end gap-2">
          <SelectField
            label="The desk's own credential"
            className="w-full max-w-sm"
            placeholder="Choose one"
            options={options}
            value={chosen}
            onChange={({ target }) => setChosen(target.value)}
            optional="quietly"
          />
          <Button loading={act.running === "tell"} unavailable={chosen ? undefined : "Choose one first"} onClick={() => act.run("tell", chosen)}>
            This is the desk's own
          </Button>
        </div>
      )}
      {act.problem && <ProblemNotice title="It wasn't noted" problem={act.problem} className="mt-3" />}
    </Notice>
  );
}
