import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { trustIn } from "../../app/model/trust.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "./outcome.ts";
import { type Draft, example, part, plain, rowsOf } from "./unconditional.ts";

const typedIncome = (payer: string) => ({
  ...{ payer, payee: "spv", category: "revenue_service", includesVat: true, vatMethod: "general", vatRate: "0.06" },
  amount: {
    profile: { from: "2030-01", every: "year", values: ["9000000", "9000000", "9000000"], meaning: "amount" },
  },
});

describe("money by somebody's decision that no paper shows turns no verdict green", () => {
  it.each<readonly [string, string, string, (draft: Draft) => void]>([
    [
      "services a district buys without procurement or budget",
      "special-bond",
      "base",
      (draft) => {
        const items = rowsOf(draft, "service");
        items.push({
          ...items[0],
          ...{ id: "city_work", kind: "municipal", payer: "district", quantity: "330000", price: "190" },
        });
      },
    ],
    [
      "a gift beyond what the paper of its use says",
      "rehabilitation",
      "no_reward",
      (draft) => void Object.assign(part(draft, "gift").inputs, { amount: "5000000" }),
    ],
    [
      "a fund account of ten times what was proved",
      "rehabilitation",
      "no_reward",
      (draft) => {
        for (const one of draft.parties) if (one.id === "mfund") one.openingCash = "56000000";
        Object.assign(part(draft, "fund").inputs, { voted: "9000000" });
      },
    ],
    [
      "a levy of twice what was voted",
      "rehabilitation",
      "no_reward",
      (draft) => void Object.assign(part(draft, "charge").inputs, { pricePerHousehold: "7000" }),
    ],
    [
      "a levy on a vote that names no sum",
      "rehabilitation",
      "no_reward",
      (draft) => {
        Object.assign(part(draft, "charge").inputs, { pricePerHousehold: "7000" });
        const { records } = draft as unknown as { records: { id: string; values: Record<string, unknown> }[] };
        delete records.find(({ id }) => id === "renovation_vote")?.values["perHousehold"];
      },
    ],
    [
      "service income typed by year, from tenants, with no contract",
      "rebuild",
      "base",
      (draft) => {
        draft.components.push({ id: "typed", mechanism: "scheduled_income", inputs: typedIncome("tenants") });
      },
    ],
    [
      "the same from residents",
      "rebuild",
      "base",
      (draft) => {
        draft.components.push({ id: "typed", mechanism: "scheduled_income", inputs: typedIncome("residents") });
      },
    ],
    [
      "a line of one's own that says it is rent",
      "rebuild",
      "base",
      (draft) => {
        const line = { id: "rent_more", label: "租金", unit: "CNY", kind: "flow", role: "revenue.lease" };
        const formula = "t == 20 ? 27000000 * oneyuan : 0 CNY";
        Object.assign(draft, { customLines: [{ ...line, payer: "tenants", payee: "spv", formula }] });
      },
    ],
    [
      "service income typed by year, with a letter of intent",
      "rebuild",
      "base",
      (draft) => {
        const evidence = { amount: { document: "合作意向书", date: "2026-03-01", confirms: "9000000" } };
        draft.components.push({ id: "typed", mechanism: "scheduled_income", inputs: typedIncome("tenants"), evidence });
      },
    ],
    ...["银行流动资金贷款到账", "区财政拨款", "关联企业往来款", "预收购房意向金"].map(
      (source): readonly [string, string, string, (draft: Draft) => void] => [
        `cash at the beginning that is ${source}`,
        "infill",
        "fewer_demolished",
        (draft) => {
          const proven = { openingCash: "20000000", openingCashProven: "20000000", openingCashSource: source };
          for (const one of draft.parties) if (one.id === "spv") Object.assign(one, proven);
        },
      ],
    ),
    [
      "a value at the end above the books",
      "special-bond",
      "base",
      (draft) =>
        void Object.assign((draft as unknown as { conventions: object }).conventions, {
          recoveredAssetValue: "50000000",
        }),
    ],
  ])("%s", (_name, base, scenario, change) => {
    const file = example(base);
    const before = plain(file, scenario);
    const draft = structuredClone(file);
    change(draft);
    expect(plain(draft, scenario).filter((id) => !before.includes(id))).toEqual([]);
  });
});

describe("money of another project counts as far as that project is shown to have it", () => {
  type Values = Record<string, unknown>;
  const moved = (values: Values, label = "相邻片区项目", rest: Values = {}) => {
    const draft = example("rebuild");
    const line = { id: "x", label: "相邻项目调入", unit: "CNY", kind: "flow", payer: "nb", payee: "spv", ...rest };
    (draft.parties as unknown[]).push({ id: "nb", label, role: "other_project" });
    Object.assign(draft, { customLines: [{ ...line, formula: "t == 14 ? 30000000 * oneyuan : 0 * oneyuan" }] });
    const paper = { document: "调剂协议〔2026〕1号", date: "2028-10-01", label: "项目间调剂协议" };
    (draft.records as unknown[]).push({ id: "moved", kind: "project_transfer", ...paper, values });
    return draft;
  };
  const shown = { amount: "30000000", gift: true, from: "nb", balance: "12000000" };

  it("is plain with its closing balance after the gift", () => {
    expect(plain(moved(shown), "base")).toContain("B2");
    expect(plain(moved({ ...shown, from: "相邻片区项目" }), "base")).toContain("B2");
  });

  it.each<readonly [string, Values]>([
    ["an amount and nothing of the payer", { amount: "30000000", gift: true }],
    ["a balance of some project", { amount: "30000000", balance: "12000000" }],
    ["the balance of another one", { ...shown, from: "南片区" }],
    ["a balance below nothing", { ...shown, balance: "-1" }],
    ["half the amount", { ...shown, amount: "15000000" }],
    ["an agreement that was refused", { ...shown, refused: true }],
  ])("is a condition on %s", (_name, values) => {
    expect(plain(moved(values), "base")).not.toContain("B2");
  });
});

describe("what a scheme binds the buyer of the land to is paid for somewhere", () => {
  type Rows = { id: string; costed?: string; worksRow?: string; cost?: string; kind?: string }[];
  const rows = (draft: Draft): Rows => part(draft, "land").inputs["obligations"] as Rows;
  const conditions = (change: (draft: Draft) => void): readonly string[] => {
    const draft = structuredClone(example("new-build"));
    change(draft);
    const results = kernelResultsOf(preparedOf(documentOf(JSON.parse(JSON.stringify(draft))), "adverse"));
    const { points } = trustIn(results, []);
    return points.filter(({ verdicts }) => verdicts.length > 0).map(({ path }) => path);
  };

  it("asks nothing of the example", () => {
    expect(conditions(() => undefined)).toEqual([]);
  });

  it.each<readonly [string, string, (draft: Draft) => void]>([
    [
      "said to be among the works, in no row",
      "components/land/inputs/obligations/fitting/costed",
      (draft) => void Object.assign(rows(draft)[2] ?? {}, { costed: "works" }),
    ],
    [
      "among works that come to less",
      "components/land/inputs/obligations/kindergarten/worksRow",
      (draft) => {
        for (const row of rows(draft)) if (row.costed === "works") row.worksRow = "charging";
      },
    ],
    ["deleted", "records/scheme", (draft) => void rows(draft).splice(2, 1)],
    ["a digit less", "records/scheme", (draft) => void Object.assign(rows(draft)[2] ?? {}, { cost: "320000" })],
    [
      "without the contract that says how much it is",
      "components/land",
      (draft) => {
        const file = draft as unknown as { records: { id: string }[] };
        file.records = file.records.filter(({ id }) => id !== "scheme");
      },
    ],
  ])("%s", (_name, at, change) => {
    expect(conditions(change)).toContain(at);
  });
});

it("a cost for culture on record is a cost of the plan", () => {
  const draft = structuredClone(example("rehabilitation"));
  const fees = part(draft, "fees").inputs;
  fees["items"] = (fees["items"] as { id: string }[]).filter(({ id }) => id !== "culture");
  expect(plain(draft, "no_reward")).not.toContain("B5");
});

it("income typed by year counts with the contract it rests on", () => {
  const asked = (evidence: Record<string, unknown>): boolean => {
    const draft = structuredClone(example("rebuild"));
    draft.components.push({ id: "typed", mechanism: "scheduled_income", inputs: typedIncome("tenants"), evidence });
    const results = kernelResultsOf(preparedOf(documentOf(JSON.parse(JSON.stringify(draft))), "base"));
    return trustIn(results, []).points.some(({ path }) => path === "components/typed");
  };
  expect(asked({ amount: { document: "示例服务合同", date: "2029-12-01" } })).toBe(false);
  expect(asked({ amount: { document: " " } })).toBe(true);
});

it("what nobody procured stands against the budget too", () => {
  const draft = example("rebuild");
  expect(plain(draft, "base")).toContain("B9");
  const items = rowsOf(draft, "services");
  items.push({
    ...items[0],
    id: "city_work",
    kind: "municipal",
    payer: "city",
    basis: "count",
    quantity: "30000",
    price: "50",
    per: "year",
  });
  expect(plain(draft, "base")).not.toContain("B9");
});
