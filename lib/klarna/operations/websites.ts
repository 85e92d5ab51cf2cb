import { z } from "zod";

import { webAddress } from "../contact";
import { identifier } from "../identifier";
import { kept, lenientList } from "../lenient";
import { resource } from "../operation";
import { list, patch } from "../strict";
import { text } from "../text";

/** What can be said of a website: its base domains, its name, and the collection it belongs to. */
export const websiteFields = {
  urls: list(webAddress()).optional(),
  website_name: text(80).optional(),
  website_reference: text(80).optional(),
  channel_collection_reference: text(80).optional(),
  channel_collection_id: identifier().optional(),
};

/** The same in an answer. */
export const website = z.looseObject({
  website_id: z.string(),
  urls: kept(lenientList(z.string())).nullish(),
  website_name: z.string().nullish(),
  website_reference: z.string().nullish(),
  channel_collection_reference: z.string().nullish(),
  channel_collection_id: z.string().nullish(),
});

const all = "/v2/accounts/{account_id}/channel/websites";

export const websites = resource("websites", {
  list: { method: "GET", path: all, permission: "merchants:read", output: lenientList(website) },
  update: { method: "PATCH", path: `${all}/{website_id}`, permission: "merchants:write", body: patch(websiteFields), output: website, refreshes: ["accounts"] },
});
