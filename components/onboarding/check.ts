import { checkCompanyNumber } from "@/lib/klarna/company-number";
import type { BodyOf } from "@/lib/klarna/operation";
import { accounts } from "@/lib/klarna/operations/accounts";
import { type ProblemField, problemFields } from "@/lib/klarna/problem";
import { writtenReference } from "@/lib/klarna/written";

import { type Assembled, bodyOf } from "./body";
import { type OnboardingForm, registerCountryIn } from "./form";
import { saidOnce } from "./form-path";

export type OnboardingBody = BodyOf<typeof accounts.onboard>;

/** A form held against Klarna's contract: a body to send, or what is wrong at which path of the form. */
export interface Checked extends Assembled {
  /** Set when nothing is wrong. */
  readonly sendable: OnboardingBody | undefined;
  readonly faults: readonly ProblemField[];
}

/** Checks what the schema says, and the rules that span several fields: company numbers by country, websites' brands. */
export function checkForm(form: OnboardingForm): Checked {
  const assembled = bodyOf(form);
  const parsed = accounts.onboard.body.safeParse(assembled.body);
  const faults = parsed.success ? [] : problemFields(parsed.error.issues).map((fault) => ({ ...fault, path: assembled.formPath(fault.path) }));
  const across = [...companyNumberFaults(form), ...brandFaults(form)];
  return { ...assembled, faults: saidOnce([...faults, ...across]), sendable: parsed.success && across.length === 0 ? parsed.data : undefined };
}

function companyNumberFaults(form: OnboardingForm): readonly ProblemField[] {
  const { registration_authority, registration_number } = form.extra_account_data.business_information;
  const check = (authority: string) => checkCompanyNumber(registerCountryIn(form), registration_number.trim(), authority);
  const message = check(registration_authority);
  if (!message) return [];
  // What naming any authority would cure is the authority's fault, not the number's.
  const field = check("named") === undefined ? "registration_authority" : "registration_number";
  return [{ path: `extra_account_data.business_information.${field}`, message }];
}

function brandFaults({ channel: { collections, websites } }: OnboardingForm): readonly ProblemField[] {
  const references = collections.map(({ collection_reference }) => writtenReference(collection_reference));
  const twice = references.flatMap((reference, index) =>
    reference !== "" && references.indexOf(reference) < index
      ? [{ path: `channel.collections.${index}.collection_reference`, message: "Another brand has this reference: give each its own" }]
      : [],
  );
  const nowhere = websites.flatMap(({ channel_collection_reference: chosen }, index) =>
    chosen !== "" && !references.includes(writtenReference(chosen))
      ? [{ path: `channel.websites.${index}.channel_collection_reference`, message: "This brand isn't here any more: choose another" }]
      : [],
  );
  return [...twice, ...nowhere];
}
