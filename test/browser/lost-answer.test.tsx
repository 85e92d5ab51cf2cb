// @vitest-environment jsdom
import { onlineManager, useMutation, useQuery } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";

import { Providers } from "@/app/providers";
import { useSubmit } from "@/components/operation/use-submit";
import { ProblemError } from "@/lib/klarna/problem";

afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
});

const read = vi.fn(async () => "as it stands");

function Page({ unclear }: { readonly unclear: boolean }) {
  const change = async () => {
    throw new ProblemError({ status: 0, code: "UNREACHABLE", message: "Made up.", unclear });
  };
  const { data } = useQuery({ queryKey: ["things"], queryFn: read });
  const { mutate, error } = useMutation({ mutationFn: change });
  const { submit, problem } = useSubmit(change);
  return (
    <form onSubmit={(event) => void submit(event)}>
      <button type="button" onClick={() => mutate()}>
        Change
      </button>
      <button type="submit">Save</button>
      <p>{data}</p>
      <p role="alert">{problem?.message ?? error?.message}</p>
    </form>
  );
}

async function press(name: string, unclear: boolean): Promise<void> {
  read.mockClear();
  render(
    <Providers>
      <Page unclear={unclear} />
    </Providers>,
  );
  await screen.findByText("as it stands");
  fireEvent.click(screen.getByRole("button", { name }));
}

it.each(["Change", "Save"])("a page is read anew where nobody knows what became of a change: %s", async (name) => {
  await press(name, true);
  await expect.poll(() => read).toHaveBeenCalledTimes(2);
});

it("what was refused changed nothing that is shown", async () => {
  await press("Save", false);
  await screen.findByText("Made up.");
  expect(read).toHaveBeenCalledTimes(1);
});

it("what is asked for offline is asked and told at once, and not kept to be sent later by itself", async () => {
  onlineManager.setOnline(false);
  await press("Change", false);
  await screen.findByText("Made up.");
});
