import { z } from "zod";

import { email, phone, webAddress } from "../contact";
import { kept, lenientList } from "../lenient";
import { resource } from "../operation";
import { list, patch, strict } from "../strict";
import { text } from "../text";

/** What a set of websites shares: pictures, support contact, social media. */
export const collectionFields = {
  collection_reference: text(80).optional(),
  branding: strict({ logo_url: webAddress().optional(), icon_url: webAddress().optional(), feature_image_url: webAddress().optional() }).optional(),
  support_contact: strict({ email: email().optional(), phone: phone().optional(), contact_form: webAddress().optional() }).optional(),
  social_media_links: list(strict({ provider: text().optional(), url: webAddress().optional() })).optional(),
};

const answeredText = z.string().nullish();

/** The same in an answer. */
export const collection = z.looseObject({
  collection_id: z.string(),
  collection_reference: answeredText,
  branding: kept(z.looseObject({ logo_url: answeredText, icon_url: answeredText, feature_image_url: answeredText })).nullish(),
  support_contact: kept(z.looseObject({ email: answeredText, phone: answeredText, contact_form: answeredText })).nullish(),
  social_media_links: kept(lenientList(z.looseObject({ provider: answeredText, url: answeredText }))).nullish(),
});

const all = "/v2/accounts/{account_id}/channel/collections";

export const collections = resource("collections", {
  list: { method: "GET", path: all, permission: "merchants:read", output: lenientList(collection) },
  update: {
    method: "PATCH",
    path: `${all}/{collection_id}`,
    permission: "merchants:write",
    body: patch(collectionFields),
    // Whether Klarna answers with the id isn't said anywhere, and the answer in its reference has none.
    output: collection.partial({ collection_id: true }),
    refreshes: ["accounts", "websites"],
  },
});
