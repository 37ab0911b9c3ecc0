import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { trustIn } from "../../app/model/trust.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "./outcome.ts";

const PATIENCE_MS = 120_000;

interface Part {
  id: string;
  mechanism: string;
  enabled?: boolean;
  inputs: Record<string, unknown>;
}
interface Draft {
  components: Part[];
  conventions: Record<string, unknown>;
  absences?: { id: string; reason: string }[];
}

const example = (name: string): Draft =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"));

function said(draft: Draft) {
  const results = kernelResultsOf(preparedOf(documentOf(draft)));
  const trust = trustIn(results, []);
  const doubted = new Set(trust.points.flatMap(({ grade, verdicts }) => (grade === "condition" ? verdicts : [])));
  return {
    told: results.problems.map(({ path }) => path),
    points: trust.points.map(({ grade, path }) => `${grade} ${path}`),
    missing: results.expected.map(({ path }) => path),
    green: results.verdicts.filter(({ id, pass }) => pass === true && !doubted.has(id)).map(({ id }) => id as string),
  };
}

const part = ({ components }: Draft, id: string): Part => {
  const found = components.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

const put = (id: string, inputs: Readonly<Record<string, unknown>>) => (draft: Draft) =>
  void Object.assign(part(draft, id).inputs, inputs);
const row = (id: string, name: string, inputs: Readonly<Record<string, unknown>>) => (draft: Draft) => {
  const rows = part(draft, id).inputs["items"] as { id: string }[];
  Object.assign(rows.find((one) => one.id === name) ?? {}, inputs);
};
const later = (from: string, values: readonly string[]) => ({
  profile: { from, every: "quarter", values, meaning: "share" },
});

type Change = readonly [what: string, name: string, path: string, change: (draft: Draft) => void];

const DATES: readonly Change[] = [
  [
    "land paid fourteen years after it was built on",
    "infill",
    "components/land/inputs/instalments",
    put("land", { instalments: later("2043-01", ["0.5", "0.5"]) }),
  ],
  [
    "land bought with a scheme, the same",
    "new-build",
    "components/land/inputs/instalments",
    put("land", { instalments: later("2040-01", ["0.5", "0.5"]) }),
  ],
  [
    "a bond whose construction ends ten years after its works",
    "special-bond",
    "components/bond/inputs/completion",
    put("bond", { completion: "2038-07" }),
  ],
  [
    "a loan, the same",
    "rebuild",
    "components/policy_loan/inputs/completion",
    put("policy_loan", { completion: "2039-07" }),
  ],
  [
    "works completed ten years after their last phase",
    "rebuild",
    "components/works/inputs/completion",
    put("works", { completion: "2039-06" }),
  ],
  [
    "a warranty deposit of works completed ten years before",
    "rebuild",
    "components/deposits/inputs/completion",
    put("deposits", { completion: "2039-04" }),
  ],
  [
    "compensation in cash paid after the homes are handed over",
    "rebuild",
    "components/compensation/inputs/payment",
    put("compensation", { payment: later("2040-01", ["0.6", "0.4"]) }),
  ],
];

const NOTHING: readonly Change[] = [
  [
    "area compensated in cash at a price of 0",
    "rebuild",
    "components/compensation/inputs/appraisedPrice",
    put("compensation", { appraisedPrice: "0" }),
  ],
  [
    "a removal fee of 0",
    "rebuild",
    "components/compensation/inputs/removalPerHousehold",
    put("compensation", { removalPerHousehold: "0" }),
  ],
  [
    "a temporary allowance of 0",
    "rebuild",
    "components/compensation/inputs/standard",
    put("compensation", { standard: "0" }),
  ],
  [
    "less area compensated than demolished",
    "rebuild",
    "components/compensation/inputs/legalInKind",
    put("compensation", { legalInKind: "0" }),
  ],
  ["a contingency of 0", "rebuild", "components/contingency/inputs/basicRate", put("contingency", { basicRate: "0" })],
  [
    "a number of pieces beside works by ㎡",
    "rebuild",
    "components/works/inputs/items/above/quantity",
    row("works", "above", { quantity: "5" }),
  ],
  [
    "an extension of no years",
    "rehabilitation",
    "components/contract/inputs/extended",
    (draft) => {
      Reflect.deleteProperty(part(draft, "contract").inputs, "extensionYears");
      Object.assign(part(draft, "contract").inputs, { extended: true });
    },
  ],
];

describe.each([
  ["dates that contradict each other", DATES],
  ["what comes to nothing", NOTHING],
])("%s", (_title, changes) => {
  it.each(changes)(
    "are told at their place: %s",
    (_what, name, path, change) => {
      const draft = example(name);
      expect(said(draft).told).not.toContain(path);
      change(draft);
      const { told, points, green } = said(draft);
      expect(told).toContain(path);
      const component = path.split("/").slice(0, 2).join("/");
      // Beside a green verdict it stands as a condition.
      if (green.includes("B2"))
        expect(points.filter((point) => point.startsWith(`condition ${component}`))).not.toEqual([]);
    },
    PATIENCE_MS,
  );
});

describe("what such a project has and this one has not", () => {
  const switchedOff = (draft: Draft, id: string) => Object.assign(part(draft, id), { enabled: false });

  it("is a contingency, unless the file says why there is none", () => {
    const draft = example("infill");
    switchedOff(draft, "contingency");
    expect(said(draft).missing).toContain("absences/contingency");
    expect(said(draft).green).not.toContain("B2");
    draft.absences = [{ id: "contingency", reason: "总价包干,预备费已含在合同价内" }];
    expect(said(draft).missing).toEqual([]);
  });

  it.each([
    ["a sale that is exempt", "new-build", "flats", put("flats", { vatMethod: "exempt" })],
    ["a lease that is exempt", "new-build", "shops", put("shops", { vatMethod: "exempt" })],
    ["parking that is exempt", "new-build", "garage", row("garage", "spaces", { vatMethod: "exempt" })],
    ["works without VAT", "new-build", "works", row("works", "above", { vatMethod: "none" })],
  ])("is a ground for leaving VAT out: %s", (_what, name, id, change) => {
    const draft = example(name);
    expect(said(draft).green).toContain("B2");
    change(draft);
    const { missing, green } = said(draft);
    expect(missing).toContain(`absences/vat_ground.${id}`);
    expect(green).not.toContain("B2");
    draft.absences = [{ id: `vat_ground.${id}`, reason: "税务机关备案文号(示例)" }];
    expect(said(draft).missing).toEqual([]);
  });

  it("care and meals of a community need no other ground than the law", () => {
    expect(said(example("rehabilitation")).missing).toEqual([]);
  });
});

describe("a target of debt service that is not entered", () => {
  it("is said beside the verdict, with what stands in for it", () => {
    const draft = example("new-build");
    expect(said(draft).points).not.toContain("note conventions/dscrTarget");
    Reflect.deleteProperty(draft.conventions, "dscrTarget");
    expect(said(draft).points).toContain("note conventions/dscrTarget");
  });
});
