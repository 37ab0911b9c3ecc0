import { type Expectation, hasRole, isAny, MONEY, type Planned, RUNNING, uses, when } from "./expectation.ts";

/** Something is built anew, beside what may be repaired. */
const addsFloor = (planned: Planned): boolean =>
  planned.areas.some(({ position, due }) => position === "above" && isAny(due));

/** A quarter or part of it is built anew. */
const builds = (planned: Planned): boolean =>
  (planned.type === "new_build" || planned.mode === "rebuild" || planned.mode === "infill") && addsFloor(planned);

/** Built anew as a quarter, or below ground. */
const digs = (planned: Planned): boolean =>
  builds(planned) || planned.areas.some(({ position, due }) => position === "below" && isAny(due));

const isBuiltByItems = (planned: Planned): boolean => uses(planned, "works") && addsFloor(planned);
const hasFees = (planned: Planned): boolean => uses(planned, "works") && uses(planned, "other_costs");

const has =
  (...roles: readonly string[]) =>
  (planned: Planned): boolean =>
    hasRole(planned, ...roles);

/** 不按建筑面积计量的费用: what stands beside floor area, and who designs, supervises and connects it. */
export const rows: readonly Expectation[] = [
  {
    ...row(
      "services",
      "规划条件要求的公共服务设施面积",
      "public services the planning conditions ask for",
      addsFloor,
      has("area.services_due"),
    ),
    verdicts: RUNNING,
  },
  {
    ...row(
      "spaces",
      "规划条件要求的地下车位数",
      "underground spaces the planning conditions ask for",
      digs,
      has("area.spaces_due"),
    ),
    verdicts: RUNNING,
  },
  row("equipment", "电梯等设备及安装费用", "lifts and other equipment", isBuiltByItems, has("cost.works.equipment")),
  row(
    "outdoor",
    "室外工程(道路、管网、绿化)费用",
    "outdoor works: roads, networks, greenery",
    (planned) => uses(planned, "works") && hasRole(planned, "area.gfa.above"),
    has("cost.works.outdoor"),
  ),
  row(
    "platform",
    "安防及数字平台费用",
    "security and digital platform",
    (planned) => uses(planned, "works") && hasRole(planned, "area.gfa.above"),
    has("cost.works.platform"),
  ),
  row("fees_design", "勘察设计费", "survey and design", hasFees, has("cost.other.design")),
  row("fees_supervision", "监理及咨询费", "supervision", hasFees, has("cost.other.supervision")),
  row(
    "fees_hookup",
    "市政公用接入费",
    "connection to water, power, gas and drains",
    (planned) => builds(planned) && hasFees(planned),
    // Sums by date do not say which fee they are.
    ({ lines }) => lines.some(({ role, tags }) => role === "cost.other.fees" && (tags["fee"] ?? "hookup") === "hookup"),
  ),
];

function row(
  id: string,
  zh: string,
  en: string,
  isExpected: (planned: Planned) => boolean,
  met: Expectation["met"],
): Expectation {
  return {
    id,
    name: { zh, en },
    expected: (planned) => when(isExpected(planned)),
    met,
    inSums: true,
    verdicts: MONEY,
    supported: true,
  };
}
