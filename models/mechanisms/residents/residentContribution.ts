import { area, choice, households, month, party, plot, quantity, rate, record, table } from "../../terms/inputs.ts";
import type { RangeWhere } from "../../terms/plausible.ts";
import { type Component, perRow } from "../define/component.ts";
import { cash, flow, type LineSpec, rateLine, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { countedTags, type Entry, leftAfter, uncountedLines } from "../define/uncounted.ts";
import { contributionEntry, contributionTreatment, onceRecorded } from "../support/treatment.ts";

/** What all owners pay for the area they keep is a part of the cost of building; area bought on top (the ㎡ are then entered) is priced like any other. */
const PER_M2: readonly RangeWhere[] = [{ where: { areaCharged: "" }, range: [30, 8000] }, { range: [30, 60000] }];

const ENTRY: Entry = { way: "in", entered: "total_expected", counted: "total(received)", documents: ["vote"] };

/** 居民出资: a charge per ㎡ or household times consent and collection, in instalments. Buying extra area is a sale, not a contribution. */
export const residentContribution = mechanism("resident_contribution", {
  title: { zh: "居民出资", en: "Residents' contribution" },
  summary: {
    zh: "按面积或按户收取,乘同意率与收缴率,分期缴纳,计入资本公积;居民购买扩面、车位另按销售录入。",
    en: "A charge per ㎡ or household times consent and collection, in instalments; capital reserve, not taxable. Extra area or parking bought by residents is a sale.",
  },
  family: "residents",
  clauses: ["taizhou-2023-draft/4(5)12", "civil-code/278"],
  checks: ["C09"],
  offers: ["charged"],
  inputs: {
    payer: party("居民", "residents", ["resident"]),
    payee: party("收款方", "recipient", PROJECT_SIDE),
    plot: plot("地块(不选为全部)", "plot (all when left out)", { optional: true }),
    basis: choice("收费方式", "charged", {
      area: { zh: "按面积", en: "per ㎡" },
      household: { zh: "按户", en: "per household" },
    }),
    pricePerM2: quantity("CNY/m2", "每平方米出资", "charge per ㎡", { from: 0, optional: true, usual: [100, 1350], plausible: PER_M2 }),
    areaCharged: area("出资面积(不填取实物安置合法面积)", "area charged; legal area in kind when left out", {
      from: 0,
      optional: true,
      usual: [10000, 50000],
    }),
    pricePerHousehold: quantity("CNY/household", "每户出资", "charge per household", {
      from: 0,
      optional: true,
      usual: [3000, 100000],
    }),
    householdsCharged: households("出资户数(不填取现状户数)", "households charged; existing ones when left out", {
      from: 0,
      optional: true,
      usual: [200, 2000],
    }),
    consent: rate("同意率", "consent rate", { from: 0, to: 1, usual: [0.75, 1] }),
    collection: rate("收缴率", "collection rate", { from: 0, to: 1, usual: [0.8, 1] }),
    instalments: table("分期", "instalments", {
      date: month("缴纳月", "month", "within", { late: "open" }),
      share: rate("比例", "share", { whole: true, from: 0, to: 1, usual: [0.2, 1] }),
    }),
    vote: record("业主表决", "owners' vote", { kinds: ["vote"], majority: "major" }),
    capitalApproval: record("计入资本金的批准", "approval to count as project capital", { kinds: ["approval"], needs: ["asCapital"] }),
    contributionTreatment,
  },
  lines: (c) => [
    c.is("basis", "household")
      ? scalar("charged", "出资户数", "households charged", "householdsCharged or sum(role = households.existing, plot = plot)", { unit: "household" })
      : scalar("charged", "出资面积", "area charged", "areaCharged or sum(role = area.legal.in_kind, plot = plot)", { unit: "m2" }),
    scalar("total_due", "应收合计", "charge in total", `charged * ${c.is("basis", "household") ? "pricePerHousehold" : "pricePerM2"}`),
    scalar("total_expected", "预计实收合计", "expected in total", "total_due * consent * collection", {
      convention: {
        zh: "同意率与收缴率相乘;欠缴准备只在录入成本时计",
        en: "both rates multiply; a reserve for non-payment only if entered as a cost",
      },
    }),
    ...uncountedLines(ENTRY),
    ...perRow(c, "instalments", () => [flow("due", "当期出资", "instalment", `falls(row.date) ? ${leftAfter("document")} * row.share : 0`)]),
    flow("due_now", "当期应缴", "due in the period", "sumrows(instalments, row.due)"),
    received(c),
    ...(c.has("capitalApproval")
      ? [
          rateLine("capital_approved", "已批准计入资本金", "approved as capital", "recorded(capitalApproval)"),
          flow("counted_as_capital", "计入项目资本金的居民出资", "residents' money counted as capital", "received * capital_approved", {
            role: "memo",
            tags: { as_capital: "approved" },
            words: { recipient: "payee" },
            convention: { zh: "未获批准不计入项目资本金", en: "not project capital unless the authority approves" },
          }),
        ]
      : []),
  ],
});

function received(c: Component): LineSpec {
  const entry = contributionEntry(c, countedTags("in"));
  return cash("received", "居民出资", "residents' contribution", onceRecorded("vote", "received", "due_now"), {
    ...entry,
    from: "payer",
    role: "contribution.resident",
    tags: { ...entry.tags, as_capital: c.has("capitalApproval") ? "on_approval" : "no" },
    words: { taxpayer: "payee", plot: "plot" },
    clauses: ["taizhou-2023-draft/4(5)12"],
  });
}
