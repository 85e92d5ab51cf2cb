import { type FormEvent, useId, useState } from "react";

import { fieldMessage } from "@/components/operation/use-submit";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import { exactTime, utcTime } from "@/components/ui/time";
import type { DeskCertificate } from "@/lib/desk/certificate";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { nameOf } from "./words";

export interface RevokeFormProps {
  readonly environment: Environment;
  readonly certificate: DeskCertificate;
  readonly onRevoked: () => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** Revokes a certificate from a moment on; what Klarna refuses lands on its field. */
export function RevokeForm({ environment, certificate, onRevoked, onBack, onClose }: RevokeFormProps) {
  const form = useId();
  const [local, setLocal] = useState(() => localTime(new Date(Date.now() + 60 * 60 * 1_000)));
  const [missing, setMissing] = useState(false);
  const { busy, problem, revoke } = useRevoke(environment, certificate, onRevoked, onClose);
  const at = new Date(local);
  const known = local !== "" && !Number.isNaN(at.getTime());
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!known);
    if (known) revoke(at.toISOString());
  };
  const elsewhere = problem?.fields.filter(({ path }) => path !== "revoked_from").map(({ message }) => message);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Revoke ${nameOf(certificate)} in ${environment.toUpperCase()}?`}
      description="From that moment on Klarna lets nobody in who shows this certificate. It can't be taken back once the moment has come. Other certificates and all keys go on working."
      footer={
        <>
          <Button onClick={onBack}>Back</Button>
          <Button type="submit" form={form} variant="danger" loading={busy} className="max-w-full shrink!">
            <span className="truncate">Revoke {nameOf(certificate)}</span>
          </Button>
        </>
      }
    >
      <form id={form} method="post" onSubmit={onSubmit} noValidate className="grid gap-4">
        {problem && (problem.fields.length === 0 || (elsewhere && elsewhere.length > 0)) && (
          <ProblemNotice
            title={problem.code === "ALREADY_DONE" ? "It was revoked before" : "It wasn't revoked"}
            unclearTitle="Whether it was revoked isn't known"
            problem={{ ...problem, message: elsewhere && elsewhere.length > 0 ? elsewhere.join(" ") : problem.message }}
          />
        )}
        <TextField
          id={`${form}-from`}
          type="datetime-local"
          label="From"
          value={local}
          // What may have been done is asked again as it was.
          disabled={problem?.unclear === true}
          onChange={({ target }) => setLocal(target.value)}
          help={known ? `${exactTime(at)} · ${utcTime(at)}` : "In your time zone"}
          warning={known && at.getTime() <= Date.now() ? "This moment has passed: it counts at once" : undefined}
          error={missing ? "Choose a day and a time" : fieldMessage(problem, "revoked_from")}
        />
      </form>
    </Dialog>
  );
}

function useRevoke(environment: Environment, { serial_number, attempt }: DeskCertificate, onRevoked: () => void, onDone: () => void) {
  // Read anew, a list names another attempt; this one stays through corrections.
  const [kept] = useState(attempt);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const revoke = async (revoked_from: string) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const search = { certificate_serial_number: serial_number };
      await send<unknown>(`/api/klarna/${environment}/certificates.revoke`, { method: "POST", search, body: { revoked_from }, attempt: kept });
      onRevoked();
      onDone();
    } catch (error) {
      const failed = ProblemError.of(error).problem;
      setProblem(failed);
      // The list behind shows whether it was.
      if (failed.unclear || failed.code === "ALREADY_DONE") onRevoked();
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, revoke: (from: string) => void revoke(from) };
}

/** `2026-11-26T09:30`, as an input for a local time takes it. */
function localTime(at: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
