import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { globMatcher } from "../../app/model/glob.ts";

describe("patterns of line ids", () => {
  it.each([
    ["*", "project.cash", true],
    ["", "project.cash", false],
    ["project.cash", "project.cash", true],
    ["project.cash", "project.cash_in", false],
    ["project.*", "project.cash_in", true],
    ["*.cash", "party.spv.cash", true],
    ["sale_?.receipt", "sale_1.receipt", true],
    ["sale_?.receipt", "sale_12.receipt", false],
    ["*a*b*c*", "xaxbxc", true],
    ["*a*b*c*", "xaxcxb", false],
    ["项目?", "项目甲", true],
    ["a.c", "abc", false],
    ["[a-z]*", "abc", false],
  ])("%j on %j: %s", (pattern, id, fits) => {
    expect(globMatcher(pattern)(id)).toBe(fits);
  });

  it("agree with the same pattern as a regular expression", () => {
    const letters = fc.constantFrom("a", "b", ".");
    const pattern = fc
      .array(fc.oneof(letters, fc.constantFrom("*", "?")), { maxLength: 6 })
      .map((parts) => parts.join(""));
    const id = fc.array(letters, { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(pattern, id, (glob, text) => {
        const expression = glob.replaceAll(".", "\\.").replaceAll("*", ".*").replaceAll("?", ".");
        expect(globMatcher(glob)(text)).toBe(new RegExp(`^${expression}$`).test(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("take no time however many stars they have", () => {
    expect(globMatcher("*a".repeat(200))("a".repeat(150))).toBe(false);
  });
});
