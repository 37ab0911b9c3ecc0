import { type Expectation, hasRole, isAny, MONEY, type PlannedLine, when } from "./expectation.ts";

const isExisting = ({ role }: PlannedLine): boolean => role === "area.existing";
const isDemolished = ({ role }: PlannedLine): boolean => role === "area.demolished";
const isHome = ({ role, tags }: PlannedLine): boolean => role === "area.existing" && tags["use"] === "residential";
const isHousehold = ({ role }: PlannedLine): boolean => role === "households.existing";

/** 拆除合法面积: what has to be compensated, in kind or in cash. */
export const isLegalDemolished = ({ role = "" }: PlannedLine): boolean => role.startsWith("area.legal.");

/** 现状与拆除: what stands on the plots and what of it goes, as the mode, the households and the records say. */
export const standing: readonly Expectation[] = [
  {
    id: "demolished",
    name: { zh: "拆除面积", en: "floor area demolished" },
    expected: (planned) =>
      when((planned.mode === "rebuild" || planned.mode === "infill") && hasRole(planned, "area.gfa.above")),
    met: ({ area }) => area(isDemolished) === undefined || isAny(area(isDemolished)),
    verdicts: MONEY,
  },
  {
    id: "existing_homes",
    name: { zh: "现状住宅面积(有现状住户)", en: "existing dwellings, where there are existing households" },
    expected: ({ area }) => when(isAny(area(isHousehold))),
    met: ({ area }) => area(isHome) === undefined || isAny(area(isHome)),
    verdicts: MONEY,
  },
  {
    id: "existing_area",
    name: { zh: "现状建筑面积(表决、核查记录所列)", en: "existing floor area as the records state it" },
    expected: (planned) => when(isAny(planned.recordedArea) && hasRole(planned, "area.gfa.above")),
    met: ({ area, recordedArea }) => {
      const existing = area(isExisting);
      return existing === undefined || !isAny(recordedArea.minus(existing));
    },
    told: "document.existing_area",
    lacking: ({ area, recordedArea }) => recordedArea.minus(area(isExisting) ?? recordedArea),
    verdicts: MONEY,
  },
];
