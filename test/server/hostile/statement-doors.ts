import { POST as find } from "@/app/api/desk/bank-statement/route";

const roles = ["admin", "finance", "auditor"] as const;

/** The door that a bank statement's references are asked at. */
export const statementDoors = {
  "bankStatement.find": { method: "POST", open: find, roles, takes: { environment: "test", references: ["XD65-113574395"] } },
} as const;
