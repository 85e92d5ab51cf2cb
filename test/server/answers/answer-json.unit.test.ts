import { expect, test } from "vitest";

import { answerJson } from "@/lib/server/answer-json";

const value = { name: "Skönhet & Hälsa", urls: ["https://shop.example"] };

test("an answer is JSON that no cache keeps, of the length that it says", async () => {
  const answer = answerJson(value);
  expect(Object.fromEntries(answer.headers)).toEqual({ "content-type": "application/json", "content-length": "60", "cache-control": "no-store" });
  expect(await answer.json()).toEqual(value);
});

test("whoever pipes it gets it whole, and then its end", async () => {
  const steps: string[] = [];
  const write = (chunk: Uint8Array) => void steps.push(new TextDecoder().decode(chunk));
  const close = () => void steps.push("the end");
  await answerJson(value).body?.pipeTo(new WritableStream({ write, close }));
  expect(steps).toEqual([JSON.stringify(value), "the end"]);
});

test("whoever can't take it learns of no success", async () => {
  const broken = new WritableStream({ write: () => Promise.reject(new Error("the browser went away")) });
  await expect(answerJson(value).body?.pipeTo(broken)).rejects.toThrow("went away");
});
