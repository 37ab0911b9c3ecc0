import { describe, expect, it } from "vitest";
import { promisesIn } from "../../models/checks/review/words/judge.ts";
import { words } from "./held.ts";
import { HARMLESS, PROMISING } from "./sentences.ts";

describe("sentences that promise what must not be promised", () => {
  it("are told from those that deny it, speak about it or mean something else", () => {
    expect(words.length).toBe(60);
    const wrong = words.filter(({ text, flag }) => promisesIn(text).length > 0 !== flag);
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  it("are found in other words and another order", () => {
    expect(PROMISING.length).toBeGreaterThanOrEqual(60);
    expect(PROMISING.filter((text) => promisesIn(text).length === 0)).toEqual([]);
  });

  it("are not seen in sentences that resemble them", () => {
    expect(HARMLESS.length).toBeGreaterThanOrEqual(60);
    expect(HARMLESS.filter((text) => promisesIn(text).length > 0)).toEqual([]);
  });
});
