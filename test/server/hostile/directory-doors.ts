import { POST as counts } from "@/app/api/desk/directory/counts/route";
import { POST as csv } from "@/app/api/desk/directory/csv/route";
import { GET as facets } from "@/app/api/desk/directory/facets/route";
import { POST as groups } from "@/app/api/desk/directory/groups/route";
import { POST as list } from "@/app/api/desk/directory/route";
import { POST as palette } from "@/app/api/desk/palette/route";
import { PUT as changeTag, DELETE as deleteTag } from "@/app/api/desk/tags/[id]/route";
import { POST as give } from "@/app/api/desk/tags/give/route";
import { POST as createTag, GET as listTags } from "@/app/api/desk/tags/route";
import { PUT as changeView, DELETE as deleteView } from "@/app/api/desk/views/[id]/route";
import { GET as countViews } from "@/app/api/desk/views/counts/route";
import { POST as defaultView } from "@/app/api/desk/views/default/route";
import { POST as createView, GET as listViews } from "@/app/api/desk/views/route";
import { everything } from "@/lib/desk/directory";

/** A door with an address of its own, to be opened with what it names. */
export const withId = <Params>(route: (request: Request, context: { params: Promise<Params> }) => Promise<Response>) => {
  // The route says which names its address has; `params` carries them.
  return (request: Request, params: Readonly<Record<string, string>>) => route(request, { params: Promise.resolve(params as Params) });
};

const id = "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86";
const everyone = ["admin", "operations", "support", "finance", "auditor"] as const;
const writers = ["admin", "operations", "support", "finance"] as const;
const environment = "test";
const asked = { environment, asked: everything };
const view = { environment, name: "a view", search: "state=DISABLED", shared: false };

/** The directory's doors: who may open each, and what it takes. */
export const directoryDoors = {
  "directory.list": { method: "POST", open: list, roles: everyone, takes: asked },
  "directory.counts": { method: "POST", open: counts, roles: everyone, takes: asked },
  "directory.export": { method: "POST", open: csv, roles: everyone, takes: asked },
  "directory.facets": { method: "GET", open: facets, roles: everyone, takes: { environment } },
  "directory.groups": { method: "POST", open: groups, roles: everyone, takes: { environment, text: "nordisk" } },
  palette: { method: "POST", open: palette, roles: everyone, takes: { environment, text: "nordisk", ids: ["krn:a"] } },
  "tags.list": { method: "GET", open: listTags, roles: everyone, takes: { environment } },
  "tags.create": { method: "POST", open: createTag, roles: writers, takes: { environment, name: "VIP", colour: "red" } },
  "tags.change": { method: "PUT", open: withId(changeTag), roles: writers, takes: { environment, name: "VIP", colour: "red" }, params: { id } },
  "tags.delete": { method: "DELETE", open: withId(deleteTag), roles: writers, takes: { environment }, params: { id } },
  "tags.give": { method: "POST", open: give, roles: writers, takes: { environment, account_ids: ["krn:a"], add: [id], remove: [] } },
  "views.list": { method: "GET", open: listViews, roles: everyone, takes: { environment } },
  "views.create": { method: "POST", open: createView, roles: everyone, takes: view },
  "views.change": { method: "PUT", open: withId(changeView), roles: everyone, takes: view, params: { id } },
  "views.delete": { method: "DELETE", open: withId(deleteView), roles: everyone, takes: { environment }, params: { id } },
  "views.default": { method: "POST", open: defaultView, roles: everyone, takes: { environment, id, for: "me" } },
  "views.counts": { method: "GET", open: countViews, roles: everyone, takes: { environment } },
} as const;
