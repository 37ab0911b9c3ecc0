import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "./outcome.ts";

interface Draft {
  parties: { id: string; label: unknown; role: string; inProject?: boolean }[];
  components: { id: string; mechanism: string; enabled?: boolean; inputs: Record<string, unknown> }[];
  absences?: { id: string; reason: string }[];
}
type Row = Record<string, string> & { id: string };

function example(name: string, change: (draft: Draft) => void = () => {}): Draft {
  const draft = JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8")) as Draft;
  change(draft);
  return draft;
}

/** What is expected and absent, with the verdicts on money that are met all the same. */
function told(draft: Draft) {
  const { expected, verdicts } = kernelResultsOf(preparedOf(documentOf(draft)));
  const green = verdicts.filter(({ id, pass }) => pass === true && /B[24568]/.test(id)).map(({ id }) => id);
  return { words: expected.map(({ path }) => path.replace("absences/", "")), expected, green };
}

const inputsOf = ({ components }: Draft, id: string): Record<string, unknown> => {
  const found = components.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found.inputs;
};

const existing = (draft: Draft, change: (rows: readonly Row[]) => readonly Row[]): void => {
  const inputs = inputsOf(draft, "area");
  inputs["existing"] = change(inputs["existing"] as readonly Row[]);
};

const without =
  (...ids: readonly string[]) =>
  (draft: Draft) => {
    draft.components = draft.components.filter(({ id }) => !ids.includes(id));
  };

describe("what stands on the plot", () => {
  it("is not there where the homes are left out of the area table", () => {
    const { words, green } = told(
      example("rebuild", (draft) => existing(draft, (rows) => rows.filter(({ id }) => id !== "homes"))),
    );
    expect(words).toEqual(["existing_homes", "existing_area"]);
    expect(green).toEqual([]);
  });

  it("is less than the vote states, by its ㎡", () => {
    const { words, expected, green } = told(
      example("rebuild", (draft) =>
        existing(draft, (rows) => rows.map((row) => (row.id === "homes" ? { ...row, legal: "14000" } : row))),
      ),
    );
    expect(words).toEqual(["existing_area"]);
    // The owners' 30,000 ㎡ less 14,000 and 600 of homes, 2,000 and 150 of shops.
    expect(expected[0]?.message.zh).toContain("13,250.00 ㎡");
    expect(green).toEqual([]);
  });

  it.each(["infill", "rebuild"])("stays as a whole: an %s that pulls nothing down", (name) => {
    const { words, green } = told(
      example(name, (draft) => existing(draft, (rows) => rows.map((row) => ({ ...row, demolishedShare: "0" })))),
    );
    expect(words).toContain("demolished");
    expect(green).toEqual([]);
  });

  it("may stay for a reason", () => {
    const draft = example("infill", (one) =>
      existing(one, (rows) => rows.map((row) => ({ ...row, demolishedShare: "0" }))),
    );
    draft.absences = [{ id: "demolished", reason: "在空地上插建,不拆房" }];
    expect(told(draft).words).not.toContain("demolished");
  });
});

describe("rooms built and let where buildings stay", () => {
  it("need works like any other floor area", () => {
    const { words, expected, green } = told(example("rehabilitation", without("centre")));
    // Equipment was a row of the works that are gone.
    expect(words).toEqual(["works_above", "equipment"]);
    // What is new above ground: rooms of service, of the community and for rent, and the reserve.
    expect(expected[0]?.message.zh).toContain("2,880.00 ㎡");
    expect(green).toEqual([]);
  });
});

describe("taxes of several who sell", () => {
  const second = (draft: Draft): void => {
    draft.parties.push({ id: "second", label: { zh: "第二公司", en: "second company" }, role: "spv", inProject: true });
    Object.assign(inputsOf(draft, "spaces"), { seller: "second" });
  };

  it("are expected of each", () => {
    const { words, expected, green } = told(example("infill", second));
    expect(words).toEqual(
      expect.arrayContaining([
        "tax_vat.second",
        "tax_land_appreciation.second",
        "tax_income.second",
        "tax_stamp.second",
      ]),
    );
    expect(words.some((word) => /^tax_.*\.spv$/.test(word))).toBe(false);
    expect(expected.find(({ path }) => path.endsWith("tax_vat.second"))?.message.zh).toContain("第二公司");
    expect(green).toEqual([]);
  });

  it("are none of one who has them declared by another", () => {
    const { words } = told(
      example("infill", (draft) => {
        second(draft);
        Object.assign(inputsOf(draft, "flats"), { seller: "second" });
      }),
    );
    expect(words).toContain("tax_land_appreciation");
  });
});

describe("a warranty deposit", () => {
  it("is expected of who sells new buildings", () => {
    const { words } = told(example("new-build", without("deposits")));
    expect(words).toEqual(["deposits"]);
  });
});
