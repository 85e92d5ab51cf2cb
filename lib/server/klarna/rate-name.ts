import "server-only";
import type { Lane } from "@/lib/klarna/operation";
import type { Region } from "@/lib/klarna/payouts-api/hosts";

/** What Klarna counts apart: a category of the Partner Management API, or a region of the Settlements API. */
export type RateName = Lane | `payouts ${Region}`;
