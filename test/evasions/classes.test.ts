import { describe, expect, it } from "vitest";
import type { Finding } from "../../models/checks/findings.ts";
import { add, type Change, line, record, reviewed, soundFindings } from "../checks-review/support/review.ts";

const failing = (findings: readonly Finding[]) => findings.filter(({ answer }) => answer.is === "fails");
const raised = (...changes: readonly Change[]) => {
  const before = new Set(failing(soundFindings()).map(({ id, path }) => `${id} ${path}`));
  return failing(reviewed(...changes)).filter(({ id, path }) => !before.has(`${id} ${path}`));
};
const ids = (findings: readonly Finding[]) => new Set(findings.map(({ id }) => id));

const party =
  (id: string, role: string, label: string): Change =>
  (draft) => {
    draft.parties.push({ id, role, label });
  };

/** What the giver g has promised. */
const AGREED = record("agreed", "donation_agreement", { donor: "g", amount: "5000000" });
const PAID = "t == 3 ? 5000000 * oneyuan : 0 * oneyuan";

describe("money by who pays it, whatever it is called", () => {
  it.each<readonly [string, string, "R" | "Q", readonly Change[]]>([
    [
      "a bank pays for services",
      "C06",
      "R",
      [party("b2", "bank", "农商行"), line("x", "revenue.service", "b2", "spv", PAID)],
    ],
    [
      "a bank gives a donation",
      "C06",
      "R",
      [party("b2", "bank", "农商行"), line("x", "contribution.donation", "b2", "spv", PAID)],
    ],
    [
      "a bank's deposit comes “back” as capital",
      "C06",
      "R",
      [party("b2", "bondholder", "持有人"), line("x", "equity.paid_in", "b2", "spv", PAID)],
    ],
    [
      "a leasing company is called a tenant",
      "C06",
      "Q",
      [party("l", "tenant", "某融资租赁公司"), line("x", "revenue.other", "l", "spv", PAID)],
    ],
    [
      "the money itself is called a loan",
      "C06",
      "Q",
      [party("o", "other", "某单位"), line("x", "revenue.other", "o", "spv", PAID, { label: "短期借款到账" })],
    ],
    [
      "a bank is called another project",
      "C06",
      "R",
      [party("n", "other_project", "某银行"), line("x", "revenue.other", "n", "spv", PAID)],
    ],
    [
      "land money is called another project's",
      "R-LAND-1",
      "R",
      [party("n", "other_project", "相邻地块出让收益统筹专户"), line("x", "contribution.donation", "n", "spv", PAID)],
    ],
    [
      "a department is called another project",
      "R-DEBT-5",
      "R",
      [party("n", "other_project", "区住建局"), line("x", "revenue.other", "n", "spv", PAID)],
    ],
    [
      "a loan comes in as a transfer",
      "C06",
      "Q",
      [party("n", "other_project", "北片区项目"), line("x", "revenue.other", "n", "spv", PAID, { label: "借款调入" })],
    ],
    [
      "a budget gives a donation",
      "R-DEBT-5",
      "R",
      [party("d2", "district", "区财政"), line("x", "contribution.donation", "d2", "spv", PAID)],
    ],
    [
      "a street office is called a tenant",
      "R-DEBT-5",
      "Q",
      [party("s", "tenant", "某街道办事处"), line("x", "revenue.other", "s", "spv", PAID)],
    ],
    [
      "a province's grant stands on a line of its own",
      "C07",
      "R",
      [party("p2", "province", "省财政"), line("x", "support.grant.performance", "p2", "spv", PAID)],
    ],
    [
      "a fund pays for services",
      "C17",
      "R",
      [party("f2", "fund", "某基金"), line("x", "revenue.service", "f2", "spv", PAID)],
    ],
    [
      "an industry fund is called other",
      "C17",
      "Q",
      [party("f2", "other", "城市更新基金"), line("x", "revenue.other", "f2", "spv", PAID)],
    ],
    [
      "a supplier pays the project",
      "R-DEBT-4",
      "R",
      [party("s2", "supplier", "材料商"), line("x", "revenue.service", "s2", "spv", PAID)],
    ],
    [
      "residents pay without a role",
      "C09",
      "R",
      [party("r2", "resident", "居民"), line("x", "revenue.other", "r2", "spv", PAID)],
    ],
    [
      "owners give as a foundation",
      "C09",
      "Q",
      [party("r2", "donor", "全体业主"), line("x", "contribution.donation", "r2", "spv", PAID)],
    ],
    [
      "the provident fund pays by another name",
      "C09",
      "R",
      [
        party("c2", "other", "结算中心"),
        line("x", "contribution.donation", "c2", "spv", PAID, { label: "公积金归集款" }),
      ],
    ],
    [
      "a purchase is paid back as a negative cost",
      "C06",
      "R",
      [
        party("b2", "bank", "农商行"),
        line("x", "opex.other", "spv", "b2", "t == 3 ? -5000000 * oneyuan : 0 * oneyuan"),
      ],
    ],
    [
      "works on a schedule of payments are paid back",
      "R-DEBT-4",
      "R",
      [
        add("x", "scheduled_investment", {
          payer: "spv",
          payee: "contractor",
          category: "cost_works_building",
          amount: { profile: { from: "2027-01", every: "month", values: ["-5000000"] } },
          includesVat: false,
          vatMethod: "none",
        }),
      ],
    ],
    [
      "a budget takes back a negative land price",
      "R-DEBT-5",
      "R",
      [
        party("d2", "district", "区财政"),
        line("x", "cost.land.price", "spv", "d2", "t == 3 ? -5000000 * oneyuan : 0 * oneyuan"),
      ],
    ],
    ["a loan has no terms", "C06", "R", [party("b2", "bank", "农商行"), line("x", "debt.draw", "b2", "spv", PAID)]],
    [
      "capital has no terms",
      "C25",
      "Q",
      [party("g", "soe", "区城投集团"), line("x", "equity.paid_in", "g", "spv", PAID)],
    ],
    [
      "a share of disposals comes in",
      "C07",
      "R",
      [party("p2", "province", "省财政"), line("x", "equity.disposal", "p2", "spv", PAID)],
    ],
    [
      "working capital comes in",
      "C25",
      "Q",
      [party("g", "soe", "区城投集团"), line("x", "working_capital.increase", "g", "spv", PAID)],
    ],
    [
      "tenants leave a deposit",
      "C05",
      "Q",
      [party("g", "tenant", "承租人"), line("x", "deposit.paid", "g", "spv", PAID)],
    ],
    ["taxes come in", "R-DEBT-5", "R", [party("g", "tax", "税务机关"), line("x", "tax.income", "g", "spv", PAID)]],
    [
      "a deposit comes back that nobody paid",
      "R-DEBT-4",
      "R",
      [party("g", "supplier", "材料商"), line("x", "deposit.returned", "g", "spv", PAID)],
    ],
    [
      "a deposit comes back before it is paid",
      "R-DEBT-4",
      "R",
      [
        party("g", "supplier", "材料商"),
        line("d", "deposit.paid", "spv", "g", "t == 9 ? 5000000 * oneyuan : 0 * oneyuan"),
        line("x", "deposit.returned", "g", "spv", PAID),
      ],
    ],
    [
      "owners give through their committee",
      "C09",
      "Q",
      [party("g", "donor", "小区业主委员会"), line("x", "contribution.donation", "g", "spv", PAID)],
    ],
    [
      "tags pretend that a component reckons it",
      "C07",
      "R",
      [
        party("p2", "province", "省财政"),
        line("x", "support.grant.special", "p2", "spv", PAID, {
          tags: { custom: 0, component: "grant", amounts: "reckoned" },
        }),
      ],
    ],
  ])("%s: %s", (_name, id, severity, changes) => {
    const found = raised(...changes).filter((finding) => finding.id === id && /^x(?:\.|$)/.test(finding.path));
    expect(found.map((finding) => finding.severity)).toEqual([severity]);
    expect(found[0]?.message.zh).toContain("5,000,000.00 元");
  });

  it.each<readonly [string, readonly Change[]]>([
    [
      "a foundation's gift",
      [party("g", "donor", "公益基金会"), AGREED, line("x", "contribution.donation", "g", "spv", PAID)],
    ],
    [
      "a time bank's gift",
      [party("g", "donor", "时间银行志愿者协会"), AGREED, line("x", "contribution.donation", "g", "spv", PAID)],
    ],
    ["a nursery called trust", [party("g", "tenant", "诚信托育中心"), line("x", "revenue.service", "g", "spv", PAID)]],
    [
      "a deposit that comes back as it was paid",
      [
        party("g", "supplier", "材料商"),
        line("d", "deposit.paid", "spv", "g", "t == 1 ? 5000000 * oneyuan : 0 * oneyuan"),
        line("x", "deposit.returned", "g", "spv", PAID),
      ],
    ],
  ])("leaves %s alone", (_name, changes) => {
    expect(raised(...changes).filter(({ path, severity }) => path === "x" && severity !== "N")).toEqual([]);
  });

  const capital = (investor: string): Change =>
    add("e1", "equity", {
      investor,
      recipient: "spv",
      schedule: { profile: { from: "2026-01", every: "year", values: ["5000000"], meaning: "amount" } },
    });

  it.each([
    ["insurers lend by a debt scheme", "investor", "保险债权投资计划", "C06"],
    ["a policy bank's fund is called an investor", "investor", "农发基础设施基金", "C17"],
    ["a partnership is called an investor", "investor", "更新投资合伙企业(有限合伙)", "C17"],
    ["a fund has no term and no exit", "fund", "城市更新基金", "C17"],
    ["a finance bureau is called an investor", "investor", "区财政局", "R-DEBT-5"],
  ])("asks of capital when %s", (_name, role, label, id) => {
    const found = raised(party("g", role, label), capital("g")).filter(({ path }) => path === "e1.paid_in");
    expect(found.map((finding) => `${finding.severity} ${finding.id}`)).toContain(`Q ${id}`);
  });

  it.each([
    ["investor", "区城投集团"],
    ["investor", "保险资产管理公司"],
    ["soe", "金融街建设开发公司"],
    ["district", "区财政"],
  ])("leaves the capital of a %s called %s alone", (role, label) => {
    expect(
      raised(party("g", role, label), capital("g")).filter(
        ({ path, severity }) => path === "e1.paid_in" && severity !== "N",
      ),
    ).toEqual([]);
  });

  it("finds a budget that lends, and leaves a bond on-lent alone", () => {
    const lent = raised((draft) => {
      const loan = draft.components.find(({ mechanism }) => mechanism === "loan");
      if (loan === undefined) throw new Error("no loan");
      draft.parties.push({ id: "d2", role: "district", label: "区财政" });
      loan.inputs["lender"] = "d2";
    });
    expect(ids(lent)).toContain("R-DEBT-5");
    expect(failing(soundFindings()).map(({ id }) => id)).not.toContain("R-DEBT-5");
  });

  it("says it of money in a schedule too", () => {
    const schedule = add("s1", "scheduled_income", {
      payer: "b2",
      payee: "spv",
      category: "revenue_lease",
      amount: { profile: { from: "2029-01", every: "year", values: ["5000000"], meaning: "amount" } },
      includesVat: true,
      vatMethod: "none",
    });
    expect(ids(raised(party("b2", "bank", "农商行"), schedule))).toContain("C06");
  });
});
