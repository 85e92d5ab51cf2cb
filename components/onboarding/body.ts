import { writtenText } from "@/lib/klarna/written";

import type { OnboardingForm } from "./form";

/** An onboarding as it would be sent, and the way back from its paths to the form's. */
export interface Assembled {
  /** Not checked yet. Holds no empty text, object or list, save those that Klarna requires. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Where a path of the body (`channel.websites.0.urls.0`) lies in the form: entries left empty aren't sent, and the rest move up. */
  readonly formPath: (bodyPath: string) => string;
}

/** What is sent for a form: trimmed, in Klarna's notation, without what was left empty. */
export function bodyOf(form: OnboardingForm): Assembled {
  const kept = new Map<string, readonly number[]>();
  const { operatesElsewhere, ...fields } = form;
  const { account_owner = {}, products, channel = {}, extra_account_data, ...rest } = record(written(fields, "", kept));
  const extra = extra_account_data === undefined ? undefined : completed(record(extra_account_data), operatesElsewhere);
  const body = {
    ...rest,
    account_owner,
    products: (list(products).length > 0 ? list(products) : [{}]).map((product) => ({ type: "PAYMENT", ...record(product) })),
    channel,
    ...(extra && { extra_account_data: extra }),
  };
  return { body, formPath: (path) => formPath(path, kept, operatesElsewhere) };
}

/** What Klarna asks for beside what the person filled in. */
function completed(extra: Fields, operatesElsewhere: boolean): Fields | undefined {
  const { business_information, beneficiary_information, settlement_information, ...rest } = extra;
  const { operating_address, registration_address, ...business } = record(business_information);
  const operating = operatesElsewhere ? operating_address : registration_address;
  const settlement = record(settlement_information);
  const parts = {
    ...rest,
    ...filled("business_information", { ...business, ...filled("registration_address", registration_address), ...filled("operating_address", operating) }),
    ...(beneficiary_information !== undefined && {
      beneficiary_information: {
        stakeholders: list(record(beneficiary_information).stakeholders).map((one) => ({ ...record(one), roles: record(one).roles ?? [] })),
      },
    }),
    ...filled("settlement_information", {
      ...settlement,
      ...(settlement.bank_accounts !== undefined && {
        bank_accounts: list(settlement.bank_accounts).map((one) => ({ bank_account_type: "IBAN", ...record(one) })),
      }),
    }),
  };
  return Object.keys(parts).length > 0 ? parts : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function written(value: unknown, path: string, kept: Map<string, readonly number[]>): unknown {
  if (typeof value === "string") return writtenText(path.slice(path.lastIndexOf(".") + 1), value);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) => [index, written(item, join(path, index), kept)] as const).filter(([, item]) => item !== undefined);
    kept.set(
      path,
      items.map(([index]) => index),
    );
    return items.length > 0 ? items.map(([, item]) => item) : undefined;
  }
  const fields = Object.entries(value as Fields)
    .map(([name, field]) => [name, written(field, join(path, name), kept)] as const)
    .filter(([, field]) => field !== undefined);
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

function formPath(path: string, kept: ReadonlyMap<string, readonly number[]>, operatesElsewhere: boolean): string {
  const own = path.split(".").reduce((before, part) => join(before, kept.get(before)?.[Number(part)] ?? part), "");
  return operatesElsewhere ? own : own.replace("operating_address", "registration_address");
}

function join(path: string, part: string | number): string {
  return path === "" ? String(part) : `${path}.${part}`;
}

function filled(name: string, value: unknown): Fields {
  return Object.keys(record(value)).length > 0 ? { [name]: value } : {};
}

function record(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
