import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inRoot } from "../../cli/setup/paths.mjs";
import { BREACHES } from "../../models/checks/review/words/breaches.ts";
import { promisesIn } from "../../models/checks/review/words/judge.ts";
import { passages } from "../../models/checks/review/words/passages.ts";

/** Sentences by the check they belong to and its weight; what is harmless belongs to none. */
const SENTENCES = JSON.parse(readFileSync(inRoot("test/checks-review/sentences.json"), "utf8")) as Readonly<
  Record<string, readonly string[]>
>;

/** What a text is found to say: “C06 R” and the like. */
function foundIn(text: string): readonly string[] {
  if (passages({ document: text }, "").length === 0) return [];
  const promised = promisesIn(text).map(({ weight }) => `C16 ${weight}`);
  const broken = BREACHES.flatMap(({ ids, wordings }) =>
    promisesIn(text, wordings).flatMap(({ weight }) => ids.map((id) => `${id} ${weight}`)),
  );
  return [...promised, ...broken];
}

describe("sentences that say what the law forbids", () => {
  const { harmless = [], ...told } = SENTENCES;

  it.each(Object.entries(told))("%s", (kind, sentences) => {
    const [id = "", weight] = kind.split(" ");
    const missed = sentences.filter((sentence) => {
      const found = foundIn(sentence);
      return !found.some((one) => one.startsWith(id)) || (weight === "R" && !found.some((one) => one.endsWith("R")));
    });
    expect(missed).toEqual([]);
  });

  it("are not seen in sentences that deny, report or mean something else", () => {
    expect(harmless.length).toBeGreaterThanOrEqual(70);
    expect(harmless.filter((sentence) => foundIn(sentence).length > 0)).toEqual([]);
  });

  it("are asked about, not rejected, where they promise no more than help", () => {
    for (const sentence of SENTENCES["C16 Q"] ?? []) expect(foundIn(sentence)).not.toContain("C16 R");
  });
});
