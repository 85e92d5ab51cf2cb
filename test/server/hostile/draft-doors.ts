import { POST as repeatDraft } from "@/app/api/desk/drafts/[id]/repeat/route";
import { DELETE as deleteDraft, GET as getDraft, PUT as saveDraft } from "@/app/api/desk/drafts/[id]/route";
import { POST as createDraft, GET as listDrafts } from "@/app/api/desk/drafts/route";
import { POST as draftRows } from "@/app/api/desk/drafts/rows/route";

import { withId } from "./directory-doors";

const params = { id: "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86" };
const onboarders = ["admin", "operations"] as const;

/** The doors of onboardings in preparation: who may open each, and what it takes. */
export const draftDoors = {
  "drafts.list": { method: "GET", open: listDrafts, roles: onboarders, takes: { environment: "test" } },
  "drafts.create": { method: "POST", open: createDraft, roles: onboarders, takes: { environment: "test", title: "", content: {} } },
  "drafts.rows": { method: "POST", open: draftRows, roles: onboarders, takes: { environment: "test", rows: [{ title: "", content: {} }] } },
  "drafts.get": { method: "GET", open: withId(getDraft), roles: onboarders, takes: { environment: "test" }, params },
  "drafts.save": { method: "PUT", open: withId(saveDraft), roles: onboarders, takes: { environment: "test", version: 1, title: "", content: {} }, params },
  "drafts.delete": { method: "DELETE", open: withId(deleteDraft), roles: onboarders, takes: { environment: "test" }, params },
  "drafts.repeat": { method: "POST", open: withId(repeatDraft), roles: onboarders, takes: { environment: "test" }, params },
} as const;
