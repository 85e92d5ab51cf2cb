import type { Colleague } from "@/lib/desk/team";

/** A made-up colleague. */
export const person: Colleague = {
  ...{ id: "p1", email: "sofia@demo.example", name: "Sofia Marín", role: "support", created_at: "2026-11-01T00:00:00Z", disabled_at: null, seen_at: null },
  ...{ has_password: true, has_identity: false, has_second_factor: false, link_until: null },
};
