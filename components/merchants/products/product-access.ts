import { can, type Permission, type Role, rolesWith } from "@/lib/klarna/permissions";
import { type ProductAct, productActs } from "@/lib/klarna/product-change";

/** The permission that each change of a product asks for. */
const permissions: Readonly<Record<ProductAct, Permission>> = {
  suspend: "products:suspend",
  reactivate: "products:reactivate",
  "change-category": "products:write",
};

/** What a person may do with products; and for what they may not, the roles that may. */
export interface ProductAccess {
  readonly may: readonly ProductAct[];
  readonly askInstead: Readonly<Partial<Record<ProductAct, string>>>;
}

/** What a role may do with products. */
export function productAccess(role: Role): ProductAccess {
  const may = productActs.filter((act) => can(role, permissions[act]));
  const others = productActs.filter((act) => !may.includes(act));
  return {
    may,
    askInstead: Object.fromEntries(
      others.map((act) => [
        act,
        rolesWith(permissions[act])
          .join(", ")
          .replace(/, ([^,]*)$/, " or $1"),
      ]),
    ),
  };
}
