import { type Expectation, hasRole, type Place, type Planned, type PlannedLine, RUNNING, when } from "./expectation.ts";
import { each, earners, isOf, lessors, managers } from "./parties.ts";

/** Fees of a debt and the cost of selling run nothing. */
export const isRunningCost = ({ role = "", tags }: PlannedLine): boolean =>
  role.startsWith("opex.") &&
  role !== "opex.selling" &&
  !["special_bond", "loan", "ratio_funding", "sale", "investment_fund"].includes(String(tags["mechanism"]));

/** Whether a party bears a cost; where one party alone earns, any other of the project may bear it. */
const isBorne = ({ lines }: Planned, { id }: Place, meant: (line: PlannedLine) => boolean): boolean =>
  lines.some((line) => meant(line) && isOf(id, line.payer, line.tags["taxpayer"]));

/** Amounts by date of which nobody knows what they are made of. */
const isSum = (line: PlannedLine): boolean =>
  isRunningCost(line) && ["scheduled_operating_cost", undefined].includes(line.tags["mechanism"] as string | undefined);

/** Those whose cost is entered in rows: that there is none at all is told as such, and sums by date do not say what they are made of. */
const inRows = (planned: Planned, places: readonly Place[]): readonly Place[] =>
  each(places).filter((place) => isBorne(planned, place, isRunningCost) && !isBorne(planned, place, isSum));

/** Years of income after which equipment has come to the end of its life. */
const LIFE = { usual: 10 };

/** 经营成本: of each party that lets or operates, by what its income needs, and what wears out. */
export const running: readonly Expectation[] = [
  {
    id: "operation",
    name: { zh: "经营成本", en: "operating cost" },
    expected: (planned) => each(lessors(planned), earners(planned)),
    met: (planned, place) => isBorne(planned, place, isRunningCost),
    verdicts: RUNNING,
  },
  {
    id: "running_management",
    name: { zh: "出租运营的管理人工", en: "management of what is let" },
    expected: (planned) => inRows(planned, lessors(planned)),
    met: (planned, place) => isBorne(planned, place, ({ role = "" }) => /^opex\.(staff|management)$/.test(role)),
    verdicts: RUNNING,
  },
  ofPropertyService(
    "running_staff",
    "物业服务的人工成本",
    "staff of property management",
    ({ role }) => role === "opex.staff",
  ),
  ofPropertyService(
    "running_cleaning",
    "物业服务的保洁绿化费用",
    "cleaning and greenery of property management",
    ({ role, tags }) => role === "opex.other" && tags["service"] === "cleaning",
  ),
  ofPropertyService(
    "running_energy",
    "物业服务的公共能耗",
    "energy of the common parts",
    ({ role }) => role === "opex.energy",
  ),
  ofPropertyService(
    "running_maintenance",
    "物业服务的日常维修费用",
    "routine maintenance of property management",
    ({ role }) => role === "opex.maintenance",
  ),
  {
    id: "replacement",
    name: { zh: "设备大修与更新", en: "replacement of equipment" },
    expected: (planned) =>
      when(planned.earnedMonths > LIFE.usual * 12 && hasRole(planned, "cost.works.equipment", "cost.works.platform")),
    met: (planned) => hasRole(planned, "replacement.capex"),
    verdicts: ["B2", "B4", "B5", "B6", "B8"],
  },
];

/** 物业服务成本的构成: what a property fee pays for. */
function ofPropertyService(id: string, zh: string, en: string, meant: (line: PlannedLine) => boolean): Expectation {
  return {
    id,
    name: { zh, en },
    expected: (planned) => inRows(planned, managers(planned)),
    met: (planned, place) => isBorne(planned, place, meant),
    verdicts: RUNNING,
  };
}
