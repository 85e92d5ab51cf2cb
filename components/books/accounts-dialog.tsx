"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useId, useState } from "react";
import { FormProvider, type Path, type Resolver, useForm } from "react-hook-form";

import { usePageAnew } from "@/components/operation/use-page-anew";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormTextField } from "@/components/ui/form-fields";
import { ProblemNotice } from "@/components/ui/problem";
import { type Account, type Accounts, slots, slotWords } from "@/lib/desk/books/slots";
import { type TypedAccounts, typedAccounts, typedOf } from "@/lib/desk/books/typed-accounts";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

export interface AccountsDialogProps {
  readonly environment: Environment;
  readonly accounts: Accounts;
  /** What was typed before and not saved. */
  readonly left: LeftAccounts | undefined;
  /** With what is typed and to be kept until it is opened again. */
  readonly onClose: (left?: LeftAccounts) => void;
}

/** What was typed, and the accounts as they were when that was begun. */
export interface LeftAccounts {
  readonly typed: TypedAccounts;
  readonly before: Accounts;
}

/** Names the accounts of the books. What was exported keeps those that it was exported with. */
export function AccountsDialog({ environment, accounts, left, onClose }: AccountsDialogProps) {
  const id = useId();
  const pageAnew = usePageAnew();
  // What stands there may be another by the time that this is saved.
  const [before] = useState(left?.before ?? accounts);
  const form = useForm<TypedAccounts>({ defaultValues: left?.typed ?? typedOf(accounts), mode: "onTouched", resolver });
  const save = useMutation({
    mutationFn: (typed: TypedAccounts) =>
      send<void>("/api/desk/books/accounts", { method: "PUT", body: { environment, accounts: typed, seen: typedOf(accounts) } }),
    onSuccess: () => {
      pageAnew();
      onClose();
    },
    onError: pageAnew,
  });
  const problem = save.error ? ProblemError.of(save.error).problem : undefined;
  useEffect(() => {
    for (const { path, message } of problem?.fields ?? [])
      if (path.startsWith("accounts.")) form.setError(path.slice("accounts.".length) as Path<TypedAccounts>, { message });
  }, [problem, form]);
  return (
    <Dialog
      open
      // A press beside it, or Escape, loses nothing that was typed.
      onClose={() => onClose({ typed: form.getValues(), before })}
      size="lg"
      title="Accounts"
      description="The accounts of your own books, by number and name. What is exported already keeps the accounts that it was exported with."
      footer={
        <>
          <Button onClick={() => onClose()}>Leave them as they were</Button>
          <Button type="submit" form={id} variant="primary" loading={save.isPending}>
            Save accounts
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form id={id} method="post" noValidate autoComplete="off" className="grid gap-4" onSubmit={form.handleSubmit((typed) => save.mutate(typed))}>
          {problem && <ProblemNotice title="The accounts weren't saved" problem={problem} />}
          {slots.map((slot) => (
            <fieldset key={slot} className="grid grid-cols-[10rem_minmax(0,1fr)] items-start gap-x-3 gap-y-1 max-md:grid-cols-1">
              <legend className="mb-1 font-medium">
                {slotWords[slot].label} <span className="font-normal text-muted">{slotWords[slot].hint}</span>
              </legend>
              <FormTextField name={`${slot}.number`} label="Number" mono optional />
              <FormTextField name={`${slot}.name`} label="Name" optional />
              {!isSame(accounts[slot], before[slot]) && (
                <p className="col-span-full text-waiting">Somebody has made this {accounts[slot] ? accountText(accounts[slot]) : "empty"} meanwhile.</p>
              )}
            </fieldset>
          ))}
        </form>
      </FormProvider>
    </Dialog>
  );
}

function isSame(one: Account | undefined, other: Account | undefined): boolean {
  return one?.number === other?.number && one?.name === other?.name;
}

function accountText({ number, name }: Account): string {
  return name === "" ? number : `${number} ${name}`;
}

const resolver: Resolver<TypedAccounts> = (values) => {
  const parsed = typedAccounts.safeParse(values);
  if (parsed.success) return { values: parsed.data, errors: {} };
  const errors: Record<string, Record<string, { readonly type: string; readonly message: string }>> = {};
  for (const { path, message } of parsed.error.issues) {
    const [slot, field] = path.map(String);
    if (slot && field) errors[slot] = { [field]: { type: "custom", message }, ...errors[slot] };
  }
  return { values: {}, errors };
};
