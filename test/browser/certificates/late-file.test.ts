// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import type { ChangeEvent } from "react";
import { expect, test } from "vitest";

import { useCertificateFile } from "@/components/certificates/use-certificate-file";

test("what is typed while a file is still being read stays, and the file that comes late is none", async () => {
  const { result } = renderHook(() => useCertificateFile());
  let arrive = (_: ArrayBuffer) => {};
  const late = new Promise<ArrayBuffer>((resolve) => {
    arrive = resolve;
  });
  const file = { name: "key.der", size: 8, arrayBuffer: () => late };
  let chosen: Promise<void> | undefined;
  act(() => {
    chosen = result.current.chosen({ target: { files: [file], value: "key.der" } } as unknown as ChangeEvent<HTMLInputElement>);
  });
  act(() => result.current.field.onChange({ target: { value: "typed meanwhile" } } as ChangeEvent<HTMLTextAreaElement>));
  await act(async () => {
    arrive(new ArrayBuffer(8));
    await chosen;
  });
  expect([result.current.field.value, result.current.fault, result.current.file]).toEqual(["typed meanwhile", undefined, undefined]);
});
