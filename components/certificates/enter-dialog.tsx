"use client";

import { type FormEvent, useId, useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { inputClass } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { ProblemNotice } from "@/components/ui/problem";
import { TextArea } from "@/components/ui/text-area";
import type { CertificatesEntered } from "@/lib/desk/certificate";
import type { FileFault } from "@/lib/desk/certificate-file";
import { counted } from "@/lib/desk/job-words";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { useCertificateFile } from "./use-certificate-file";

export interface EnterDialogProps {
  readonly environment: Environment;
  readonly onEntered: () => void;
  readonly onClose: () => void;
}

/** Takes certificates from a text or a file. Only the certificates in it are sent; a private key isn't even kept here. */
export function EnterDialog({ environment, onEntered, onClose }: EnterDialogProps) {
  const form = useId();
  const { field, file, fault, chosen, taken } = useCertificateFile();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [entered, setEntered] = useState<CertificatesEntered>();
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const certificates = taken();
    if (!certificates || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      setEntered(await send<CertificatesEntered>("/api/desk/certificates", { method: "POST", body: { environment, certificates } }));
      onEntered();
    } catch (error) {
      setProblem(ProblemError.of(error).problem);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      asks={!busy && !entered}
      title={`Enter certificates of ${environment.toUpperCase()}`}
      description="The certificate alone, or a bundle of several. The private key that belongs to it stays where it is: the desk doesn't want it."
      footer={
        entered ? (
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={form} variant="primary" loading={busy}>
              Enter into the inventory
            </Button>
          </>
        )
      }
    >
      {entered ? (
        <Notice tone="good" role="status" title={enteredWords(entered)} />
      ) : (
        <form id={form} method="post" onSubmit={(event) => void onSubmit(event)} noValidate className="grid gap-4">
          {problem && <ProblemNotice title="Nothing was entered" problem={problem} />}
          {fault === "private-key" && (
            <Notice tone="wrong" role="alert" title="That holds a private key. It was refused, and nothing of it was kept or sent">
              Take the certificate alone, from “BEGIN CERTIFICATE” to “END CERTIFICATE”. If the key was copied from somewhere that others can read, have the
              certificate replaced.
            </Notice>
          )}
          <TextArea
            {...field}
            id={`${form}-text`}
            label="PEM"
            mono
            rows={8}
            spellCheck={false}
            autoComplete="off"
            optional="quietly"
            placeholder="-----BEGIN CERTIFICATE-----"
            error={fault && fault !== "private-key" && !file ? faultWords[fault] : undefined}
          />
          <div className="grid gap-1.5">
            <label htmlFor={`${form}-file`} className="font-medium">
              Or a file
            </label>
            <input
              id={`${form}-file`}
              type="file"
              accept=".pem,.crt,.cer,.der,.cert"
              onChange={(event) => void chosen(event)}
              aria-describedby={`${form}-file-help`}
              className={`${inputClass} py-1.5 max-md:py-2.5`}
            />
            <p id={`${form}-file-help`} role="status" className="wrap-anywhere text-muted text-xs">
              {file ? `${file.name}: ${counted(file.certificates.length, "certificate")}` : "PEM or DER"}
            </p>
          </div>
        </form>
      )}
    </Dialog>
  );
}

const faultWords: Readonly<Record<Exclude<FileFault, "private-key">, string>> = {
  "no-certificate":
    "There is no certificate in it. Paste the text from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----, or choose a .pem, .cer or .der file",
  "too-large": "That is more than any bundle of certificates: at most 500 kB",
};

function enteredWords({ added, known }: CertificatesEntered): string {
  const had = known === 0 ? "" : ` ${known === 1 ? "One was" : `${known} were`} in the inventory already.`;
  return added === 0 ? `Nothing new.${had}` : `${counted(added, "certificate")} entered.${had}`;
}
