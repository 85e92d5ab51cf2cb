import { test as base, expect } from "@playwright/test";

import type { Role } from "@/lib/klarna/permissions";

import { controlDoor } from "./klarna";
import { newPerson, openBrowser, type Person, type Visitor } from "./person";
import { type OwnPlace, ownPlace, type Place, type Provider, sharedPlace } from "./place";
import { newWatch, type Watch } from "./watch";

interface Props {
  readonly watch: Watch;
  /** Says that a message on the console is part of the story; without it any error there fails the story. */
  readonly expectErrors: Watch["expectErrors"];
  /** Somebody with a role, signed in, in a browser of their own. */
  readonly somebody: (role: Role) => Promise<Visitor>;
  /** The same person at another browser. */
  readonly atAnotherBrowser: (person: Person) => Promise<Visitor>;
  readonly klarna: ReturnType<typeof controlDoor>;
  /** The place of one's own, in stories that say `test.use({ alone: true })`. */
  readonly own: OwnPlace;
  /** The provider of single sign-on, in stories that say `test.use({ alone: true, sso: true })`. */
  readonly provider: Provider;
}

/** By a name: no story of another name plays there either, because something stays as these leave it: the desk ended, its keys changed. */
type Alone = boolean | "canary" | "keys" | "stop";

interface Stage {
  /** Whether these stories break things: then they get a desk, a Klarna and a database of their own. */
  readonly alone: Alone;
  /** Whether their desk trusts an OpenID provider. */
  readonly sso: boolean;
  readonly place: Place;
}

export { expect };

/** A story: plays on the stage, and fails if a browser reports an error that the story doesn't expect. */
export const test = base.extend<Props, Stage>({
  alone: [false, { option: true, scope: "worker" }],
  sso: [false, { option: true, scope: "worker" }],
  place: [
    async ({ alone, sso }, use) => {
      const place = alone ? await ownPlace(sso) : sharedPlace();
      await use(place);
      await place.close();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  own: async ({ place }, use) => {
    if (!("gate" in place)) throw new Error("This story needs test.use({ alone: true }).");
    await use(place as OwnPlace);
  },
  provider: async ({ own }, use) => {
    if (!own.provider) throw new Error("This story needs test.use({ alone: true, sso: true }).");
    await use(own.provider);
  },
  baseURL: async ({ place }, use) => use(place.deskUrl),
  watch: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern.
    async ({}, use) => {
      const watch = newWatch();
      await use(watch);
      expect(watch.unexpected(), "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
  expectErrors: async ({ watch }, use) => use(watch.expectErrors),
  context: async ({ context, watch }, use) => {
    watch.watch(context);
    await use(context);
  },
  atAnotherBrowser: async ({ place, browser, watch }, use) => {
    const opened: Visitor[] = [];
    await use(async (person) => {
      const visitor = await openBrowser(place, browser, person);
      watch.watch(visitor.context);
      opened.push(visitor);
      return visitor;
    });
    for (const { context } of opened) await context.close();
  },
  somebody: async ({ place, atAnotherBrowser }, use) => use(async (role) => atAnotherBrowser(await newPerson(place, role))),
  klarna: async ({ place, alone }, use) => {
    const klarna = controlDoor(place);
    await use(klarna);
    if (!alone) return;
    await klarna.asAtFirst();
  },
});
