import { mechanism } from "../define/mechanism.ts";
import { existingLines } from "./existing.ts";
import { areaIndices } from "./indices.ts";
import { areaInputs } from "./inputs.ts";
import { intensityLines, serviceLines } from "./planned.ts";
import { identityLines, productLines } from "./products.ts";

/**
 * 面积平衡: every square metre of the finished plot has exactly one disposition. Everything follows from the floor area ratio; one product row takes the
 * rest, so that the ratio can be solved for. Height multipliers change the counted area only; the identity is about physical area.
 */
export const areaBalance = mechanism("area_balance", {
  title: { zh: "面积平衡", en: "Area balance" },
  summary: {
    zh: "一个地块的现状、拆除保留、规划计容与不计容、安置、公共服务、地下与各产品面积;每平方米只有一种去向,余差应为0。",
    en: "Existing, demolished and planned floor area of one plot; every square metre has one disposition and the residual is zero.",
  },
  family: "area",
  clauses: ["jinhua-2020/3(1)", "jinhua-2020/3(2)", "jinhua-2020/3(4)", "taizhou-2023-draft/4(5)13"],
  checks: ["C02", "C03"],
  offers: [
    "increment_above",
    "gfa_above",
    "kept_total",
    "service",
    "increment_fixed",
    "exempt_total",
    "exempt_within",
    "centre_total",
    "spaces_due",
    "mix_residential",
    "mix_apartment",
    "mix_commercial",
    "mix_office",
    "mix_other",
    "mix_public",
    "gfa_above",
    "gfa_above_new",
    "far_uplift",
    "height",
    "green_ground",
    "green_converted",
    "people",
    "places_required",
    "legal_in_kind",
    "owed_in_kind",
  ],
  inputs: areaInputs,
  once: ["plot"],
  lines: (c) => [...existingLines(c), ...intensityLines(c), ...serviceLines(c), ...productLines(c), ...identityLines, ...areaIndices(c)],
});
