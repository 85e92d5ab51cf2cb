"use client";

import { type FormEvent, useId, useState } from "react";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ProblemNotice } from "@/components/ui/problem";
import { TextField } from "@/components/ui/text-field";
import type { AttentionItem } from "@/lib/desk/attention";

import { dayOf, momentsAfter, morningOn } from "./moments";
import type { Care } from "./use-care";
import { merchantOf } from "./words";

export interface CareDialogProps {
  readonly item: AttentionItem;
  readonly care: Care;
  readonly onClose: () => void;
}

/** Asks until when something is put off. */
export function SnoozeDialog({ item, care, onClose }: CareDialogProps) {
  const form = useId();
  const [moments] = useState(() => momentsAfter(new Date()));
  const [fault, setFault] = useState<string>();
  const snooze = (until: Date) => care.act(item, { act: "snooze", until: until.toISOString() }, onClose);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const day = morningOn(String(new FormData(event.currentTarget).get("day")));
    setFault(day ? undefined : "Choose a day");
    if (day) snooze(day);
  };
  const refused = care.problem?.fields.find(({ path }) => path === "until")?.message;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Put off: ${merchantOf(item)}`}
      description={`${item.reason} It is out of the way until then; if it is over before, it goes by itself.`}
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button type="submit" form={form} variant="primary" loading={care.busy !== undefined}>
            Put it off until that day
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {care.problem && !refused && <ProblemNotice title="It wasn't put off" problem={care.problem} />}
        <div className="grid gap-2">
          {moments.map(({ key, label, at }) => (
            <Button key={key} className="justify-between!" onClick={() => snooze(at)}>
              {label}
              <span className="font-normal text-muted">{inShort(at)}</span>
            </Button>
          ))}
        </div>
        <form id={form} onSubmit={onSubmit} method="post" noValidate>
          <TextField
            name="day"
            type="date"
            label="Or a day of your choice"
            optional="quietly"
            min={dayOf(new Date())}
            error={fault ?? refused}
            help="At 9 in the morning."
          />
        </form>
      </div>
    </Dialog>
  );
}

function inShort(date: Date): string {
  return date.toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}
