import { type Component, perRow } from "../define/component.ts";
import { doubt } from "../define/doubt.ts";
import { type LineSpec, scalar } from "../define/lines.ts";

const m2 = "m2";
const ofPlot = { words: { plot: "plot" } };
const ofUse = { unit: m2, words: { plot: "plot", use: "row.use" } };
const above = { tags: { pool: "above" }, words: { plot: "plot" } };

/** 总用地 holds the net site, roads and green besides. */
const wholeSite = doubt("site_small", "siteTotal", "总用地面积小于净用地面积", "the total site is smaller than the net site within it", "siteTotal < siteNet ? 1 : 0");

/** 现状、拆除、保留 and what is owed in kind: R = Σ legal demolished × in-kind share × ratio + bonus + top-up. */
export function existingLines(c: Component): readonly LineSpec[] {
  return [
    scalar("site", "净用地面积", "net site area", "siteNet", { ...ofPlot, unit: m2, role: "area.site" }),
    ...(c.has("siteTotal") ? [wholeSite] : []),
    scalar("households_existing", "现状户数", "existing households", "householdsExisting", { ...ofPlot, unit: "household", role: "households.existing" }),
    scalar("households_planned", "规划户数", "planned households", "householdsPlanned", { ...ofPlot, unit: "household", role: "households.planned" }),
    ...perRow(c, "existing", () => buildingLines),
    scalar("existing_total", "现状建筑面积合计", "existing floor area in total", "sumrows(existing, row.existing_area)", { unit: m2 }),
    scalar("demolished_total", "拆除面积合计", "demolished area in total", "sumrows(existing, row.demolished)", { unit: m2 }),
    scalar("kept_total", "保留面积合计", "kept area in total", "sumrows(existing, row.kept)", { unit: m2 }),
    scalar("kept_other", "保留建筑(其中设施用房另列)", "kept buildings without the rooms listed apart", "kept_total - rooms_in_kept", {
      ...above,
      unit: m2,
      role: "area.disposition.kept",
    }),
    scalar("legal_demolished", "拆除合法面积", "legal area demolished", "sumrows(existing, row.legal_in_kind + row.legal_cash)", { unit: m2 }),
    scalar("resettlement", "回迁安置面积", "resettlement area", "sumrows(existing, row.owed_in_kind) + (resettlementBonus or 0) + (minimumTopUp or 0)", {
      ...above,
      unit: m2,
      role: "area.disposition.resettle",
      convention: {
        zh: "货币补偿部分已在外,不再扣减",
        en: "the share compensated in cash is already outside and is not subtracted again",
      },
    }),
  ];
}

const buildingLines: readonly LineSpec[] = [
  scalar("existing_area", "现状建筑面积", "existing floor area", "row.legal + (row.unrecognised or 0) + (row.illegal or 0)", { ...ofUse, role: "area.existing" }),
  scalar("demolished", "拆除面积", "demolished area", "existing_area * row.demolishedShare", { ...ofUse, role: "area.demolished" }),
  scalar("kept", "保留面积", "kept area", "existing_area - demolished", ofUse),
  scalar("legal_in_kind", "实物安置的合法面积", "legal area compensated in kind", "row.legal * row.demolishedShare * row.inKindShare", {
    ...ofUse,
    role: "area.legal.in_kind",
  }),
  scalar("legal_cash", "货币补偿的合法面积", "legal area compensated in cash", "row.legal * row.demolishedShare * (1 - row.inKindShare)", { ...ofUse, role: "area.legal.cash" }),
  scalar("owed_in_kind", "应安置面积", "area owed in kind", "legal_in_kind * row.resettleRatio / (1 - (sharedRate or 0))", { unit: m2 }),
];
