"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";

import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import type { AttentionColleague } from "@/lib/desk/attention";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";

import { dayOf, endOf } from "./moments";
import type { CareDialogProps } from "./snooze-dialog";
import { merchantOf, toward } from "./words";

/** Asks who takes care of something and by when. Only what is changed is sent, the person first. */
export function CareDialog({ item, care, onClose }: CareDialogProps) {
  const form = useId();
  const colleagues = useQuery(readDesk<readonly AttentionColleague[]>("attention/colleagues"));
  const dueDay = dayOf(new Date(item.due_at));
  // Whose it is, as far as is known here: as it was asked about, and then as it was set here.
  const [owner, setOwner] = useState(item.person?.id ?? "");
  const [person, setPerson] = useState(owner);
  const [day, setDay] = useState(dueDay);
  const due = endOf(day);
  const [tried, setTried] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!due) return;
    const setDue = () => (day === dueDay ? onClose() : care.act(item, { act: "due", at: due.toISOString() }, onClose));
    const given = () => {
      setOwner(person);
      setDue();
    };
    if (person === owner) setDue();
    else care.act(item, toward(owner || null, person || null), given);
  };
  const problem = care.problem ?? (colleagues.error ? ProblemError.of(colleagues.error).problem : undefined);
  const faultOf = (path: string) => care.problem?.fields.find((field) => field.path === path)?.message;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Take care of ${merchantOf(item)}`}
      description={`${item.reason} ${item.advice}`}
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" form={form} variant="primary" loading={care.busy !== undefined}>
            Set who and when
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={save} method="post" noValidate className="grid gap-4">
        {problem && problem.fields.length === 0 && <ProblemNotice title={care.problem ? "It wasn't set" : "Colleagues couldn't be listed"} problem={problem} />}
        <Combobox
          label="Who takes care of it"
          optional="quietly"
          value={person}
          onChange={setPerson}
          options={(colleagues.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          valueLabel={person === item.person?.id ? item.person.name : undefined}
          placeholder="Nobody yet"
          help="Emptied, it is nobody's."
          error={faultOf("person_id")}
        />
        <TextField
          type="date"
          label="Due by the end of"
          value={day}
          min={dayOf(new Date())}
          onChange={({ target }) => setDay(target.value)}
          error={tried && !due ? "Choose a day" : faultOf("at")}
        />
      </form>
    </Dialog>
  );
}
