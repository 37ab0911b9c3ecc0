import { type Component, perRow } from "../define/component.ts";
import { type LineSpec, ratio, scalar } from "../define/lines.ts";

const ofPlot = { words: { plot: "plot" } };

/** 技术经济指标 of the plot. */
export function areaIndices(c: Component): readonly LineSpec[] {
  return [
    ratio("far_planned", "规划容积率", "planned FAR", "far_used", { ...ofPlot, role: "index.far" }),
    ratio("far_existing", "现状容积率", "existing FAR", "existing_total / siteNet"),
    ratio("far_uplift", "容积率提升", "FAR uplift", "far_planned - far_existing", { clauses: ["jinhua-2020/3(3)"] }),
    ...(c.has("farApproved") ? [ratio("far_within_plan", "容积率不超批准值", "FAR within the approved plan", "far_used <= farApproved ? 1 : 0")] : []),
    ratio("demolish_build_ratio", "拆建比", "new above-ground area over demolished area", "share(gfa_above_new, demolished_total)"),
    ratio("resettlement_ratio", "回迁比", "resettlement over legal demolished area", "share(resettlement, legal_demolished)"),
    ...(c.has("footprintNew") ? formLines(c) : []),
    ...(c.has("groundGreen") ? greenLines(c) : []),
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
    ...(c.has("storeyHeight") && c.has("heightLimit")
      ? [ratio("height_within_limit", "不超限高", "within the height limit", "height <= heightLimit ? 1 : 0", { clauses: ["jinhua-2020/3(2)"] })]
      : []),
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
