import { area, choice, month, party, plot, quantity, rate, years } from "../../terms/inputs.ts";
import { type Component, together } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import { booking, cash, type LineSpec, scalar } from "../define/lines.ts";
import { mechanism } from "../define/mechanism.ts";
import { PROJECT_SIDE } from "../define/parties.ts";
import { rateBase, rateBaseInput, rateBaseOf } from "../define/rateBase.ts";
import { completionLines, moreThanAYear, WORKS_COMPLETION } from "../define/stage.ts";
import { countedTags, uncountedLines } from "../define/uncounted.ts";

const BASE_ROLES: Readonly<Record<string, string>> = { building: "cost.works.building", works: "cost.works.*" };

/** 保修金与首期维修资金: cash that leaves before completion and comes back, no cost of its own. */
export const deposits = mechanism("deposits", {
  title: { zh: "物业保修金与首期维修资金", en: "Warranty deposit and first maintenance deposit" },
  summary: {
    zh: "保修金竣工时缴存、若干年后退还;首期维修资金交付前由建设单位垫缴,交付时向业主收回其应缴部分。",
    en: "The warranty deposit is paid at completion and returned after some years; the first maintenance deposit is advanced and the owners' part recovered at hand-over.",
  },
  family: "cost",
  onCosts: true,
  clauses: ["taizhou-property/51", "hangzhou-property/70"],
  inputs: {
    payer: party("建设单位", "developer", PROJECT_SIDE),
    custodian: party("保修金存管方", "keeper of the warranty deposit", ["city", "district", "bank", "other"]),
    plot: plot("地块(不选为全部)", "plot (all when left out)", { optional: true }),
    warrantyBase: choice("保修金基数", "base of the warranty deposit", {
      building: { zh: "建筑工程费", en: "building works" },
      works: { zh: "全部工程费用", en: "all works" },
    }),
    warrantyRate: rate("保修金比例", "warranty rate", { from: 0, to: 0.1, policy: "warranty_deposit" }),
    rateBase: rateBaseInput,
    completion: month("竣工月", "month of completion", "within", { late: "open" }),
    warrantyYears: years("退还年限", "years until it is returned", { from: 0, to: 20, usual: [5, 8] }),
    maintenanceFund: party("维修资金专户(有首期维修资金时)", "maintenance-fund account, when there is a first deposit", ["maintenance_fund"], { optional: true }),
    owners: party("业主", "owners", ["resident", "buyer"], { optional: true }),
    maintenanceRate: rate("首期交存比例", "first deposit, share of building cost", {
      from: 0,
      to: 0.2,
      optional: true,
      usual: [0.05, 0.08],
    }),
    averageCost: quantity("CNY/m2", "当地建安平均造价", "local average building cost", {
      from: 0,
      optional: true,
      usual: [1800, 3200],
    }),
    maintenanceArea: area("交存面积(不填取地上建筑面积)", "area; above-ground area when left out", {
      from: 0,
      optional: true,
      usual: [10000, 80000],
    }),
    maintenanceMonth: month("交存月", "month of the first deposit", "within", { late: "open", optional: true }),
    handover: month("交付月", "hand-over month", "within", { notBefore: ["maintenanceMonth"], optional: true }),
    ownersShare: rate("业主承担比例", "owners' share", { from: 0, to: 1, optional: true, usual: [0.6, 1] }),
  },
  lines: (c) => {
    together(c, "maintenanceFund", "owners", "maintenanceRate", "averageCost", "maintenanceMonth", "handover", "ownersShare");
    return [
      ...completionLines(c, { of: "other", otherwise: "completion", words: { plot: "plot", taxpayer: "payer" } }),
      doubt(
        "deposited_late",
        "completion",
        "保修金的完工月比工程完工月晚一年以上",
        "its month of completion lies more than a year after that of the works",
        moreThanAYear("completion", WORKS_COMPLETION),
      ),
      ...warranty(c),
      ...(c.has("maintenanceFund") ? firstMaintenance : []),
    ];
  },
});

const words = { plot: "plot" };
const advance = { from: "payer", role: "deposit.paid", words, posts: { debit: "deposit", credit: "cash" } } as const;
const returned = { to: "payer", role: "deposit.returned", words, posts: { debit: "cash", credit: "deposit" } } as const;

function warranty(c: Component): readonly LineSpec[] {
  return [
    scalar("warranty_total", "保修金", "warranty deposit", `total(${rateBase(BASE_ROLES[c.word("warrantyBase")] ?? "", rateBaseOf(c), ["plot = plot"], "payer")}) * warrantyRate`),
    cash("warranty_paid", "缴存保修金", "warranty deposit paid", "falls(completion) ? warranty_total : 0", {
      ...advance,
      tags: countedTags("out"),
      to: "custodian",
      clauses: ["hangzhou-property/70"],
    }),
    cash("warranty_returned", "退还保修金", "warranty deposit returned", "falls(completion + warrantyYears * monthsperyear) ? prev(running(warranty_paid)) : 0", {
      ...returned,
      from: "custodian",
    }),
    ...uncountedLines({ way: "out", prefix: "warranty_", entered: "warranty_total", counted: "total(warranty_paid)", words }),
  ];
}

const firstMaintenance: readonly LineSpec[] = [
  scalar("maintenance_area", "交存面积", "area of the first deposit", "maintenanceArea or sum(role = area.gfa.above, plot = plot)", { unit: "m2" }),
  scalar("maintenance_total", "首期维修资金", "first maintenance deposit", "maintenance_area * averageCost * maintenanceRate", { clauses: ["taizhou-property/51"] }),
  cash("maintenance_paid", "垫缴首期维修资金", "first maintenance deposit advanced", "falls(maintenanceMonth) ? maintenance_total : 0", {
    ...advance,
    tags: countedTags("out"),
    to: "maintenanceFund",
  }),
  ...uncountedLines({ way: "out", prefix: "maintenance_", entered: "maintenance_total", counted: "total(maintenance_paid)", words }),
  cash("maintenance_recovered", "业主缴付首期维修资金", "owners' part recovered", "falls(handover) ? running(maintenance_paid) * ownersShare : 0", {
    ...returned,
    tags: countedTags("in"),
    from: "owners",
  }),
  ...uncountedLines({ way: "in", prefix: "recovered_", entered: "maintenance_total * ownersShare", counted: "total(maintenance_recovered)", words }),
  booking("maintenance_own", "建设单位自担首期维修资金", "developer's own part", "falls(handover) ? running(maintenance_paid) * (1 - ownersShare) : 0", {
    role: "noncash.transfer",
    words: { plot: "plot", taxpayer: "payer" },
    posts: { debit: "wip", credit: "deposit" },
  }),
];
