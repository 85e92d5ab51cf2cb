import { randomUUID } from "node:crypto";
import { versionOf } from "../catalogue/versions";
import { type Paging, paginate } from "../http/pagination";
import { invalid } from "../http/refusal";
import { type Account, krn, type Piece } from "../state/account";
import { found } from "../state/world";
import { accountOf, type Call, type Handler, param } from "./handler";
import { manageable } from "./manageable";
import { matches } from "./pricing";
import { productOf } from "./products";

/** Payment programs: the plans that hold them, those of a product, and their enablements. */
export const programHandlers: Readonly<Record<string, Handler>> = {
  "paymentProgramPlans.list": ({ world }) => ({ payment_program_plans: world.catalogue.programPlans.map(({ payment_programs: _, ...plan }) => plan) }),
  "paymentProgramPlans.get": readPlan,
  "paymentPrograms.get": readProgram,
  "paymentPrograms.listForProduct": listForProduct,
  "paymentProgramEnablements.create": create,
  "paymentProgramEnablements.list": (call) => ({ payment_program_enablements: enablementsOf(call) }),
  "paymentProgramEnablements.get": readEnablement,
  "paymentProgramEnablements.update": change,
};

const dimensions = ["merchant_category_code", "customer_country", "currency", "enablement_type"] as const;

function readPlan(call: Call): Piece {
  const id = param(call, "payment_program_plan_id");
  const versions = call.world.catalogue.programPlans.filter(({ payment_program_plan_id }) => payment_program_plan_id === id);
  const { payment_programs, ...plan } = found(versionOf(versions, call.query, call.klarna.clock.now()), "payment program plan");
  const asked = payment_programs().filter((program) => matches(program, call.query, dimensions));
  const { items, pagination } = paginate(asked, call.query as Paging, call.address);
  return { ...plan, payment_programs: items, pagination };
}

function readProgram(call: Call): Piece {
  return found(programOf(call, param(call, "payment_program_id")), "payment program");
}

/** The programs that the product's profile allows, each once. */
function listForProduct(call: Call): Piece {
  const product = productOf(call);
  const planned = call.world.catalogue.programsOf(product.distribution_profile_id, call.klarna.clock.now());
  const asked = planned.filter((program) => matches(program, call.query, dimensions) && program.merchant_category_code === product.merchant_category_code);
  const ids = new Set(asked.map(({ payment_program_id }) => payment_program_id));
  const { items, pagination } = paginate(
    call.world.catalogue.programs.filter(({ payment_program_id }) => ids.has(payment_program_id)),
    {},
    call.address,
  );
  return { payment_programs: items, pagination };
}

function create(call: Call): Piece {
  const { product_id } = productOf(call);
  const account = manageable(call);
  const program = programOf(call, String(call.body.payment_program_id));
  if (!program) throw invalid([{ parameter: "payment_program_id", reason: "There is no such payment program." }]);
  const refused = refusals.get(program.enablement_type);
  if (refused) throw invalid([{ parameter: "payment_program_id", reason: refused }]);
  const enablement = { payment_program_enablement_id: krn.enablements(randomUUID()), ...call.body };
  keep(call, account, product_id, [...enablementsOf(call), enablement]);
  return enablement;
}

const refusals: ReadonlyMap<unknown, string> = new Map([
  ["PRESET", "This payment program is enabled already: it comes with the program plan."],
  ["RESTRICTED", "This payment program is restricted, and this partner isn't eligible for it."],
]);

function readEnablement(call: Call): Piece {
  const id = param(call, "payment_program_enablement_id");
  return found(
    enablementsOf(call).find(({ payment_program_enablement_id }) => payment_program_enablement_id === id),
    "payment program enablement",
  );
}

function change(call: Call): Piece {
  const before = readEnablement(call);
  const account = manageable(call);
  const after = { ...before, ...call.body };
  keep(
    call,
    account,
    productOf(call).product_id,
    enablementsOf(call).map((enablement) => (enablement === before ? after : enablement)),
  );
  return after;
}

function keep(call: Call, account: Account, product_id: string, enablements: readonly Piece[]): void {
  const ended = enablements.some(({ effective_from, effective_to }) => Date.parse(String(effective_to)) <= Date.parse(String(effective_from)));
  if (ended) throw invalid([{ parameter: "effective_to", reason: "It must be after effective_from." }]);
  call.world.keep({ ...account, enablements: { ...account.enablements, [product_id]: enablements } });
}

function enablementsOf(call: Call): readonly Piece[] {
  return accountOf(call).enablements[productOf(call).product_id] ?? [];
}

function programOf(call: Call, id: string): Piece | undefined {
  return call.world.catalogue.programs.find(({ payment_program_id }) => payment_program_id === id);
}
