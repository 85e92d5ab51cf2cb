import { z } from "zod";

import { attentionFilter } from "@/lib/server/attention/input";
import { listAttention } from "@/lib/server/attention/list";
import { serveDesk } from "@/lib/server/desk";

const input = attentionFilter.extend({ after: z.string().max(600).optional() });

export function GET(request: Request) {
  return serveDesk(request, {
    name: "attention.list",
    permission: "merchants:read",
    input,
    answer: ({ after, ...filter }, session) => listAttention(filter, session, after),
  });
}
