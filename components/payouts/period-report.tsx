"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { type FormEvent, useId, useState } from "react";

import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { ProblemError } from "@/lib/klarna/problem";
import { download } from "@/lib/query/download";

/** Klarna's own papers of some days: all lines as CSV, or the sums as PDF. */
export function PeriodReport({ connections }: { readonly connections: readonly { readonly id: string; readonly name: string }[] }) {
  const id = useId();
  const [asked, setAsked] = useState({ connection: connections[0]?.id ?? "", from: "", to: "", format: "csv" });
  const paper = useMutation({ mutationFn: () => download(`/api/desk/payouts/reports?${new URLSearchParams(asked)}`) });
  const problem = paper.error ? ProblemError.of(paper.error).problem : undefined;
  const fault = (name: string) => problem?.fields.find(({ path }) => path === name)?.message;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    paper.mutate();
  };
  const set = (name: keyof typeof asked) => ({
    value: asked[name],
    onChange: ({ target }: { readonly target: { readonly value: string } }) => setAsked({ ...asked, [name]: target.value }),
    ...(fault(name) && { error: fault(name) }),
  });
  return (
    <section aria-labelledby={id} className="mt-10 max-w-2xl">
      <h2 id={id} className="font-semibold text-base">
        Klarna's report of some days
      </h2>
      <p className="mb-3 text-muted">All payouts that were begun on these days, both included, in UTC. It comes from Klarna as it is.</p>
      <form method="post" onSubmit={onSubmit} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <SelectField label="Connection" options={connections.map(({ id: value, name }) => ({ value, label: name }))} {...set("connection")} />
        <TextField label="From" type="date" required {...set("from")} />
        <TextField label="To" type="date" required {...set("to")} />
        <SelectField
          label="As"
          options={[
            { value: "csv", label: "CSV with all lines" },
            { value: "pdf", label: "PDF with the sums" },
          ]}
          {...set("format")}
        />
        <div className="col-span-full">
          <Button type="submit" icon={<Download aria-hidden />} loading={paper.isPending}>
            Download
          </Button>
        </div>
      </form>
      {problem && problem.fields.length === 0 && <ProblemNotice className="mt-3" title="There is no file" problem={problem} />}
    </section>
  );
}
