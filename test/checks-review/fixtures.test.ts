import { describe, expect, it } from "vitest";
import { fixtures } from "./fixtures/index.ts";
import { failed, of, reviewed, soundFindings } from "./support/review.ts";

describe("the sound document", () => {
  it("fails no review check", () => {
    expect(
      soundFindings()
        .filter(({ answer }) => answer.is === "fails")
        .map(({ id, message }) => `${id} ${message.en}`),
    ).toEqual([]);
  });

  it("says of every finding what it is about, in both languages", () => {
    for (const { message } of soundFindings()) {
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(message.en.length).toBeGreaterThan(4);
      expect(`${message.zh}${message.en}`).not.toMatch(/undefined|NaN|\[object/);
    }
  });
});

describe.each(Object.entries(fixtures))("%s", (_name, list) => {
  it.each(list.map((fixture) => [fixture.id, fixture.about, fixture] as const))(
    "%s: %s",
    (id, _about, { good, bad, at }) => {
      const before = good === undefined ? soundFindings() : reviewed(...good);
      const after = reviewed(...bad);
      const passing = of(before, id);
      expect(
        passing.some(({ answer }) => answer.is === "holds"),
        `${id} has nothing that passes`,
      ).toBe(true);
      expect(failed(before, id).map(({ message }) => message.en)).toEqual([]);
      const wrong = failed(after, id);
      expect(wrong.length, `${id} does not fail`).toBeGreaterThan(0);
      if (at !== undefined) expect(wrong.map(({ path }) => path)).toContain(at);
      for (const { message, path } of wrong) {
        expect(path).not.toBe("");
        expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
        expect(message.en.length).toBeGreaterThan(4);
        expect(`${message.zh}${message.en}`).not.toMatch(/undefined|NaN|\[object/);
      }
    },
  );
});
