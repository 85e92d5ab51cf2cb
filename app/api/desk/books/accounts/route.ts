import { keepAccounts } from "@/lib/server/books/accounts";
import { accountsInput } from "@/lib/server/books/input";
import { serveDesk } from "@/lib/server/desk";

export function PUT(request: Request) {
  return serveDesk(request, {
    name: "books.setAccounts",
    permission: "books:write",
    input: accountsInput,
    answer: keepAccounts,
  });
}
