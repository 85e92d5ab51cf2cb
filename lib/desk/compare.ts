import type { Call } from "@/lib/klarna/call";
import type { Environment } from "@/lib/klarna/environment";

import type { DirectoryMerchant } from "./merchant";

/** One side of a comparison, as its address says: to be chosen, no account id, an account of the other environment, an erased one, or a merchant to read. */
export type ComparedSide =
  | { readonly is: "open" }
  | { readonly is: "malformed" }
  | { readonly is: "elsewhere"; readonly account_id: string; readonly belongs_to: Environment; readonly connected: boolean }
  | { readonly is: "erased"; readonly account_id: string }
  | {
      readonly is: "merchant";
      readonly account_id: string;
      /** Undefined for one that the directory has never heard of. */
      readonly known: DirectoryMerchant | undefined;
      readonly call: Call;
    };
