import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import type { z } from "zod";

import { isEnvironment } from "@/lib/klarna/environment";
import { regions } from "@/lib/klarna/payouts-api/hosts";

import type { Klarna } from "../klarna";
import { credentialOf } from "../payouts/credentials";
import { makeSettlement } from "../reports/make-settlement";
import { plant } from "../seed/plant";
import { decisions } from "./decisions";
import { loopbackOnly } from "./loopback";
import { orders } from "./orders";
import { setPayouts } from "./payouts";

/** Everything that Klarna's own API can't do: time, faults, limits, seeds, and what Klarna's people decide. */
export function controlDoor(klarna: Klarna): Hono<{ Bindings: HttpBindings }> {
  const door = new Hono<{ Bindings: HttpBindings }>();
  door.use(loopbackOnly);
  door.post("/reset", (context) => {
    klarna.reset();
    return context.json({});
  });
  door.post(
    "/seed",
    order(orders.seed, (given) => plant(klarna, given)),
  );
  door.get("/clock", (context) => context.json(clock(klarna)));
  door.post(
    "/clock",
    order(orders.clock, (given) => setClock(klarna, given)),
  );
  door.get("/faults", (context) => context.json(klarna.faults.list()));
  door.post(
    "/faults",
    order(orders.fault, (fault) => klarna.faults.order(fault)),
  );
  door.delete("/faults", (context) => {
    klarna.faults.lift(context.req.query("operation"));
    return context.json({});
  });
  door.post(
    "/limits",
    order(orders.limits, (given) => setLimits(klarna, given)),
  );
  door.post(
    "/webhooks",
    order(orders.webhook, ({ environment, ...target }) => klarna.deliveries.targets.put(environment, target)),
  );
  door.get("/settlements", (context) => {
    const environment = context.req.query("environment");
    return context.json(isEnvironment(environment) ? [...klarna.worlds[environment].settlements.values()].map(({ details }) => details.settlement_id) : []);
  });
  door.post("/settlements", (context) => order(orders.settlement, (given) => makeSettlement(klarna, given, new URL(context.req.url).origin))(context));
  door.post(
    "/payouts",
    order(orders.payouts, (given) => setPayouts(klarna, given)),
  );
  door.get("/payouts/:region/:environment", (context) => {
    const region = regions.find((name) => name === context.req.param("region"));
    const environment = context.req.param("environment");
    if (!region || !isEnvironment(environment)) return context.json({ error: "There is no such place." }, 404);
    return context.json({ ...credentialOf(region, environment), payouts: klarna.books.book(region, environment).payouts() });
  });
  door.get("/accounts", (context) => context.json(accounts(klarna, context.req.query("environment"))));
  door.get("/requests", (context) => context.json(klarna.requests.list()));
  door.get("/effects/:operation", (context) => context.json(klarna.requests.effects(context.req.param("operation"))));
  door.get("/deliveries", (context) => context.json(klarna.deliveries.list()));
  door.route("/", decisions(klarna));
  return door;
}

/** A handler of an order: 400 where it isn't one, else what the work returns, or `{}`. */
function order<Schema extends z.ZodType>(schema: Schema, work: (given: z.output<Schema>) => unknown) {
  return async (context: Context): Promise<Response> => {
    const text = await context.req.text();
    const read = schema.safeParse(parse(text));
    if (!read.success) return context.json({ error: read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ") }, 400);
    return context.json((work(read.data) ?? {}) as object);
  };
}

function parse(text: string): unknown {
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function clock({ clock }: Klarna) {
  return { now: clock.timestamp(), scale: clock.scale, ahead: clock.ahead, held: clock.held };
}

function setClock(klarna: Klarna, { advance = 0, scale = klarna.clock.scale, hold }: z.output<typeof orders.clock>) {
  klarna.clock.scale = scale;
  if (hold === true) klarna.clock.hold();
  if (hold === false) klarna.clock.run();
  klarna.advance(advance);
  return clock(klarna);
}

function setLimits(klarna: Klarna, { factor, declared }: z.output<typeof orders.limits>): void {
  const times = factor === "unlimited" ? Number.POSITIVE_INFINITY : factor;
  klarna.limits.lie(times, declared ?? times);
}

function accounts({ worlds }: Klarna, environment = "test") {
  const known = isEnvironment(environment) ? [...worlds[environment].accounts.values()] : [];
  return known.map(({ account_id, account_reference, account_name, state, products }) => ({
    ...{ account_id, account_reference, account_name, state },
    products: products.map(({ product_id, state, state_reason, merchant_category_code }) => ({ product_id, state, state_reason, merchant_category_code })),
  }));
}
