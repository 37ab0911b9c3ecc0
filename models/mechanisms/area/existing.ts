import { type Component, perRow, type Row, sumOfRows } from "../define/component.ts";
import { type LineSpec, scalar } from "../define/lines.ts";

const m2 = "m2";

/** The optional inputs among `names` that were given, added up. */
export function addGiven(source: { has(name: string): boolean }, names: readonly string[], prefix = ""): string {
  const given = names.filter((name) => source.has(name)).map((name) => prefix + name);
  return given.length === 0 ? "0" : given.join(" + ");
}

/** 现状、拆除、保留 and what is owed in kind: R = Σ legal demolished × in-kind share × ratio + bonus + top-up. */
export function existingLines(c: Component): readonly LineSpec[] {
  const plot = c.word("plot");
  const inside = c.has("sharedRate") ? " / (1 - sharedRate)" : "";
  const ofRow = (row: Row): readonly LineSpec[] => {
    const tags = { plot, use: row.word("use") };
    return [
      scalar("existing_area", "现状建筑面积", "existing floor area", addGiven(row, ["legal", "unrecognised", "illegal"], "row."), { unit: m2, role: "area.existing", tags }),
      scalar("demolished", "拆除面积", "demolished area", "existing_area * row.demolishedShare", {
        unit: m2,
        role: "area.demolished",
        tags,
      }),
      scalar("kept", "保留面积", "kept area", "existing_area - demolished", { unit: m2, tags }),
      scalar("legal_in_kind", "实物安置的合法面积", "legal area compensated in kind", "row.legal * row.demolishedShare * row.inKindShare", {
        unit: m2,
        role: "area.legal.in_kind",
        tags,
      }),
      scalar("legal_cash", "货币补偿的合法面积", "legal area compensated in cash", "row.legal * row.demolishedShare * (1 - row.inKindShare)", {
        unit: m2,
        role: "area.legal.cash",
        tags,
      }),
      scalar("owed_in_kind", "应安置面积", "area owed in kind", `legal_in_kind * row.resettleRatio${inside}`, {
        unit: m2,
      }),
    ];
  };
  return [
    scalar("site", "净用地面积", "net site area", "siteNet", { unit: m2, role: "area.site", tags: { plot } }),
    scalar("households_existing", "现状户数", "existing households", "householdsExisting", {
      unit: "household",
      role: "households.existing",
      tags: { plot },
    }),
    scalar("households_planned", "规划户数", "planned households", "householdsPlanned", {
      unit: "household",
      role: "households.planned",
      tags: { plot },
    }),
    ...perRow(c, "existing", ofRow),
    scalar("existing_total", "现状建筑面积合计", "existing floor area in total", sumOfRows(c, "existing", "existing_area"), { unit: m2 }),
    scalar("demolished_total", "拆除面积合计", "demolished area in total", sumOfRows(c, "existing", "demolished"), {
      unit: m2,
    }),
    scalar("kept_total", "保留面积合计", "kept area in total", sumOfRows(c, "existing", "kept"), { unit: m2 }),
    scalar("kept_other", "保留建筑(其中设施用房另列)", "kept buildings without the rooms listed apart", "kept_total - rooms_in_kept", {
      unit: m2,
      role: "area.disposition.kept",
      tags: { plot, pool: "above" },
    }),
    scalar("legal_demolished", "拆除合法面积", "legal area demolished", `${sumOfRows(c, "existing", "legal_in_kind")} + ${sumOfRows(c, "existing", "legal_cash")}`, { unit: m2 }),
    scalar("resettlement", "回迁安置面积", "resettlement area", `${sumOfRows(c, "existing", "owed_in_kind")} + ${addGiven(c, ["resettlementBonus", "minimumTopUp"])}`, {
      unit: m2,
      role: "area.disposition.resettle",
      tags: { plot, pool: "above" },
      convention: {
        zh: "货币补偿部分已在外,不再扣减",
        en: "the share compensated in cash is already outside and is not subtracted again",
      },
    }),
  ];
}
