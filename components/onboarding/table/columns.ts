import { emptyForm, emptyItem, type OnboardingForm } from "../form";
import { fieldsIn } from "../form-path";
import { type StepKey, steps } from "../steps";
import { fieldLabel } from "../words";

/** A column that a table of merchants may have: the field of the form that it fills, and what it is called. */
export interface TableColumn {
  readonly path: string;
  readonly label: string;
}

/** As many people as a table has columns for; others are added in the wizard. */
const mostPeople = 3;

const groups: readonly (readonly [part: string, words: string])[] = [
  ["registration_address.", "Registered address"],
  ["operating_address.", "Operating address"],
  ["bank_accounts.", "Bank account"],
  ["social_media_links.", "Social media"],
  ["collections.", "Brand"],
  ["websites.", "Website"],
];

/** Every column that is understood, in the order of the wizard's steps. */
export const tableColumns: readonly TableColumn[] = steps.flatMap(({ key, parts }) =>
  parts.flatMap((part) => fieldsIn(widest(), part)).map((path) => ({ path, label: `${groupOf(path, key)}: ${fieldLabel(path)}` })),
);

/** What people call the columns that nearly every table has. */
const common: Readonly<Record<string, string>> = {
  reference: "account_reference",
  "merchant reference": "account_reference",
  name: "account_name",
  "merchant name": "account_name",
  merchant: "account_name",
  group: "account_group_reference",
  website: "channel.websites.0.urls",
  url: "channel.websites.0.urls",
  mcc: "products.0.merchant_category_code",
  category: "products.0.merchant_category_code",
  profile: "products.0.distribution_profile_id",
};

const meanings: ReadonlyMap<string, string> = meaningsOf(tableColumns);

/** The column that a header means: by what the desk calls it, by Klarna's name, or by the end of that where only one column has it. */
export function columnMeant(header: string): string | undefined {
  return meanings.get(plain(header));
}

function widest(): OnboardingForm {
  const form = emptyForm();
  const { account_information, business_information } = form.extra_account_data;
  return {
    ...form,
    channel: { collections: [{ ...emptyItem.collection(), social_media_links: [emptyItem.socialMediaLink()] }], websites: [emptyItem.website()] },
    extra_account_data: {
      account_information,
      business_information,
      beneficiary_information: { stakeholders: Array.from({ length: mostPeople }, emptyItem.person) },
      settlement_information: { ...form.extra_account_data.settlement_information, bank_accounts: [emptyItem.bankAccount()] },
    },
  };
}

function groupOf(path: string, step: StepKey): string {
  const person = /stakeholders\.(\d+)\.(address\.)?/.exec(path);
  if (person) return `Person ${Number(person[1]) + 1}${person[2] ? ", home address" : ""}`;
  return groups.find(([part]) => path.includes(part))?.[1] ?? steps.find(({ key }) => key === step)?.label ?? "";
}

function meaningsOf(columns: readonly TableColumn[]): ReadonlyMap<string, string> {
  const meant = new Map<string, Set<string>>();
  for (const { path, label } of columns)
    for (const name of [label, path, ...endsOf(path), label.split(": ").at(-1) ?? ""]) meant.set(plain(name), (meant.get(plain(name)) ?? new Set()).add(path));
  const only = [...meant].flatMap(([name, [path, ...others]]) => (path !== undefined && others.length === 0 ? [[name, path] as const] : []));
  return new Map([...only, ...Object.entries(common).map(([name, path]) => [plain(name), path] as const)]);
}

/** `business_information.registration_number` and `registration_number`, of the whole path. */
function endsOf(path: string): readonly string[] {
  const names = path.split(".").filter((name) => !/^\d+$/.test(name));
  return names.map((_, from) => names.slice(from).join("."));
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
