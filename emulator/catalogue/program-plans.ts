import { krn, type Piece } from "../state/account";
import { namedUuid } from "./named-id";
import { categories, markets, programs } from "./programs";
import { once, versionDates } from "./versions";

/** A version of a payment program plan: which programs exist for which category and consumer country. */
export interface ProgramPlan extends Piece {
  readonly payment_program_plan_id: string;
  readonly version: number;
  readonly effective_from: string;
  readonly effective_to: string | null;
  readonly comment: string;
  readonly payment_programs: () => readonly Piece[];
}

/** Every version of every plan. */
export const programPlans: readonly ProgramPlan[] = [...versionsOf("Retail", categories), ...versionsOf("Travel", ["5812", "7011", "7230"])];

function versionsOf(name: string, codes: readonly string[]): readonly ProgramPlan[] {
  const payment_program_plan_id = krn.programPlan(namedUuid(`program plan ${name}`));
  return versionDates.map((dates, index) => {
    // The first version came before instalments without interest.
    const offered = programs.slice(0, index === 0 ? 4 : programs.length);
    const comment = `${name}, ${offered.length} programs`;
    const lines = once(() => (index === 2 ? planned(offered, codes).flatMap(asOfNextYear) : planned(offered, codes)));
    return { payment_program_plan_id, ...dates, comment, payment_programs: lines };
  });
}

/** What the coming version changes: instalments need an approval in the Netherlands, and there is no financing in Denmark any more. */
function asOfNextYear(line: Piece): readonly Piece[] {
  if (line.payment_program_id === programs[3]?.payment_program_id && line.customer_country === "DK") return [];
  return [line.payment_program_id === programs[2]?.payment_program_id && line.customer_country === "NL" ? { ...line, enablement_type: "RESTRICTED" } : line];
}

function planned(offered: typeof programs, codes: readonly string[]): readonly Piece[] {
  return codes.flatMap((merchant_category_code) =>
    Object.entries(markets).flatMap(([customer_country, currency]) =>
      offered.map(({ payment_program_id, enablement_type }) => ({ payment_program_id, merchant_category_code, customer_country, currency, enablement_type })),
    ),
  );
}
