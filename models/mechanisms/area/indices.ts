import { type Component, needs, perRow, type Row } from "../define/component.ts";
import { type LineSpec, ratio, scalar } from "../define/lines.ts";

const ofPlot = { words: { plot: "plot" } };

/** 技术经济指标 of the plot. */
export function areaIndices(c: Component): readonly LineSpec[] {
  return [
    ...plannedLines(c),
    ...perHousehold,
    ratio("far_existing", "现状容积率", "existing FAR", "existing_total / siteNet"),
    ratio("far_uplift", "容积率提升", "FAR uplift", "far_planned - far_existing", { clauses: ["jinhua-2020/3(3)"] }),
    ...(c.has("farApproved") ? [ratio("far_within_plan", "容积率不超批准值", "FAR within the approved plan", "far_used <= farApproved ? 1 : 0")] : []),
    ratio("demolish_build_ratio", "拆建比", "new above-ground area over demolished area", "share(gfa_above_new, demolished_total)"),
    ratio("resettlement_ratio", "回迁比", "resettlement over legal demolished area", "share(resettlement, legal_demolished)"),
    ...boundLines(c),
    ...(c.has("footprintNew") ? formLines(c) : []),
    ...(c.has("groundGreen") ? greenLines(c) : []),
  ];
}

/** 户均建筑面积: areas and households that do not belong together are most likely a slip in one of them. */
const perHousehold: readonly LineSpec[] = [
  ratio("per_household_existing", "现状户均建筑面积", "existing floor area per household", "share(existing_total, householdsExisting)", {
    unit: "m2/household",
    tags: { plausible: "25 400", at: "existing" },
  }),
  ratio("per_household_planned", "规划户均地上建筑面积", "planned floor area above ground per household", "share(gfa_above, householdsPlanned)", {
    unit: "m2/household",
    tags: { plausible: "25 400", at: "siteNet" },
  }),
];

/** Public rooms added where buildings stay need no work on the ratio, so they raise none. */
function plannedLines(c: Component): readonly LineSpec[] {
  const counted = c.word("publicRoomsInFar", c.has("far") ? "yes" : "no") === "yes";
  const planned = (formula: string) =>
    ratio("far_planned", "规划容积率", "planned FAR", formula, {
      ...ofPlot,
      role: "index.far",
      ...(counted ? {} : { convention: { zh: "综合整治新增的公共用房不计", en: "without public rooms added where buildings stay" } }),
    });
  if (counted) return [planned("far_used")];
  return [
    ...perRow(c, "services", (row) => [scalar("public_built", "公共用房(新建)", "public rooms, built anew", isPublic(row) ? "service_built" : "0", { unit: "m2" })]),
    scalar("public_rooms_new", "新增公共用房", "public rooms added", "sumrows(services, row.public_built) + community_rooms + property_rooms", { unit: "m2" }),
    planned("far_used - public_rooms_new / siteNet"),
  ];
}

/** Rooms handed over or held in common; those let or ceded are floor area like any other. */
const isPublic = (row: Row): boolean => row.is("disposition", "public_transfer") || row.is("disposition", "common");

/** 建筑密度 × 层数 bounds the ratio: what the plot can take in form. */
function boundLines(c: Component): readonly LineSpec[] {
  if (c.has("heightLimit")) needs(c, "storeyHeight");
  const byHeight = c.has("heightLimit");
  if (!c.has("densityLimit") || !(byHeight || c.has("storeysLimit"))) return [];
  const storeys = [...(c.has("storeysLimit") ? ["storeysLimit"] : []), ...(byHeight ? ["floor(heightLimit / storeyHeight)"] : [])];
  return [
    ratio("storeys_allowed", "可建层数", "storeys allowed", storeys.length === 1 ? (storeys[0] ?? "") : `min(${storeys.join(", ")})`),
    ratio("far_form_limit", "形态容许的容积率", "FAR the form allows", "densityLimit * storeys_allowed", {
      convention: { zh: "建筑密度上限×可建层数", en: "highest density times storeys allowed" },
    }),
    ratio("far_within_form", "容积率不超形态容许值", "FAR within what the form allows", "far_used <= far_form_limit ? 1 : 0"),
  ];
}

function formLines(c: Component): readonly LineSpec[] {
  return [
    ratio("density", "建筑密度", "building density", "(footprintNew + (footprintKept or 0)) / siteNet", { ...ofPlot, role: "index.density" }),
    ratio("storeys", "新建层数", "storeys of new buildings", "ceil(share(gfa_above_new, footprintNew))", {
      ...ofPlot,
      role: "index.storeys",
      convention: {
        zh: "按新建实物地上面积(含不计容层)除以基底,向上取整",
        en: "new physical above-ground area, exempt floors included, over footprint, rounded up",
      },
    }),
    ...(c.has("storeyHeight") ? [ratio("height", "建筑高度(米)", "building height in metres", "storeys * storeyHeight")] : []),
    ...(c.has("heightLimit") ? [ratio("height_within_limit", "不超限高", "within the height limit", "height <= heightLimit ? 1 : 0", { clauses: ["jinhua-2020/3(2)"] })] : []),
  ];
}

function greenLines(c: Component): readonly LineSpec[] {
  const vertical = c.rows("greening").length > 0;
  const tested = [
    ratio("green_ground_met", "绿地率达标(仅地面)", "green ratio met on the ground alone", "green_ground >= greenRequired ? 1 : 0"),
    ratio("green_converted_met", "绿地率达标(含折算)", "green ratio met with conversion", "green_converted >= greenRequired ? 1 : 0"),
    ...(vertical ? [ratio("green_factor_needed", "达标所需折算系数", "conversion factor needed", "share(max(0, greenRequired * siteNet - groundGreen), vertical_area)")] : []),
  ];
  return [
    ...perRow(c, "greening", () => [scalar("green_converted_area", "立体绿化折算面积", "vertical greening converted", "row.area * row.factor", { unit: "m2" })]),
    ...(vertical ? [scalar("vertical_area", "立体绿化面积", "vertical greening", "sumrows(greening, row.area)", { unit: "m2" })] : []),
    ratio("green_ground", "绿地率(仅地面)", "green ratio, ground only", "groundGreen / siteNet", { ...ofPlot, role: "index.green_ground" }),
    ratio("green_converted", "绿地率(含立体绿化折算)", "green ratio with vertical greening", "(groundGreen + sumrows(greening, row.green_converted_area)) / siteNet", {
      ...ofPlot,
      role: "index.green_converted",
      clauses: ["jinhua-2020/3(2)"],
    }),
    ...(c.has("greenRequired") ? tested : []),
  ];
}
