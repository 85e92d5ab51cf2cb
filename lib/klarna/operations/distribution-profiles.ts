import { z } from "zod";

import { lenientList } from "../lenient";
import { resource } from "../operation";

const distributionProfile = z.looseObject({
  distribution_profile_id: z.string(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  price_plan_id: z.string().nullish(),
  payment_program_plan_id: z.string().nullish(),
});

export const distributionProfiles = resource("distributionProfiles", {
  list: { method: "GET", path: "/v2/distribution/products/payment/profiles", permission: "products:read", output: lenientList(distributionProfile) },
});
