import { POST as send } from "@/app/api/desk/merchants/[account_id]/edit/parts/route";
import { PUT as keep } from "@/app/api/desk/merchants/[account_id]/edit/route";
import { GET as file } from "@/app/api/desk/merchants/[account_id]/file/route";
import type { Edit, MerchantFile, PartAnswer, PartChange } from "@/lib/desk/file";
import { fieldRow } from "@/lib/klarna/file/fields";
import { type Part, partIn, partKey } from "@/lib/klarna/file/parts";
import { type Values, valuesOf, writtenValue } from "@/lib/klarna/file/values";

import { type Answered, answered, browserRequest } from "./ask";

/** A person at a merchant's page: reads the file, changes parts of it, and sends them. */
export class AtFile {
  #version = 0;

  constructor(
    private readonly cookie: string,
    private readonly account_id: string,
  ) {}

  async read(): Promise<MerchantFile> {
    return (await this.ask(file, "file", "GET")).body as MerchantFile;
  }

  /** Begins an edit, or keeps what it is now. */
  async keep(content: Edit["content"] = { parts: {}, rounds: {} }): Promise<Answered> {
    const kept = await this.ask(keep, "edit", "PUT", { environment: "test", version: this.#version, content });
    if (kept.status === 200) this.#version = (kept.body as Edit).version;
    return kept;
  }

  /** What is sent for changed fields of a part, as somebody has it who read this file. */
  change(read: MerchantFile, part: Part, changed: Values, given: Partial<PartChange> = {}): PartChange {
    const start = valuesOf(part.resource, partIn(read.account, part));
    const written = (values: Values) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, writtenValue(fieldRow(part.resource, name) ?? missing(name), value)]));
    const to = Object.fromEntries(Object.entries(written(changed)).map(([name, value]) => [name, value ?? null]));
    return { ...part, act: "update", round: 0, start: written(start) as PartChange["start"], stamps: read.stamps[partKey(part)] ?? {}, to, ...given };
  }

  /** Keeps a change in the edit, and sends it. */
  async send(change: PartChange): Promise<Answered & { readonly body: PartAnswer }> {
    const { act, round } = change;
    await this.keep({ parts: { [partKey(change)]: { act, round, start: {}, stamps: {}, values: {} } }, rounds: {} });
    return (await this.ask(send, "edit/parts", "POST", { environment: "test", ...change })) as Answered & { readonly body: PartAnswer };
  }

  private async ask(route: Route, path: string, method: string, body?: unknown): Promise<Answered> {
    const { cookie, account_id } = this;
    const request = browserRequest(`/api/desk/merchants/x/${path}`, method, { cookie, body, ...(method === "GET" && { search: { environment: "test" } }) });
    return answered(await route(request, { params: Promise.resolve({ account_id }) }));
  }
}

type Route = (request: Request, context: { params: Promise<{ account_id: string }> }) => Promise<Response>;

function missing(name: string): never {
  throw new Error(`There is no field ${name}.`);
}
