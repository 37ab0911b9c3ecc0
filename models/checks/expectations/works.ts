import {
  type CostedArea,
  type Expectation,
  isAny,
  MONEY,
  of,
  type Place,
  type Planned,
  type PlannedLine,
} from "./expectation.ts";

/** What a land scheme obliges to, or what is shared with others, are no works of one's own. */
export const isWorks = ({ role = "", tags }: PlannedLine): boolean =>
  role.startsWith("cost.works.") && !["land_scheme", "joint_cost"].includes(String(tags["mechanism"]));

/** Plots on which something is built, where there are several. */
export function builtPlots({ plots, lines }: Planned): readonly Place[] {
  if (plots.length < 2 || !lines.some(isWorks)) return [];
  return plots
    .filter(({ id }) =>
      lines.some(({ role, tags }) => role?.startsWith("area.gfa.") === true && String(tags["plot"]) === id),
    )
    .map(({ id, label }) => ({ id, name: label }));
}

/** Whether there are works on a plot; the project as a whole where it names none. */
export const hasWorks = ({ lines }: Planned, { id }: Place): boolean =>
  lines.some((line) => isWorks(line) && (id === "" || of(line.tags["plot"], id)));

/** 工程费用按面积: works of every ㎡ that is built, renovated or pulled down, by plot. */
export const worksByArea: readonly Expectation[] = [
  byArea("works_above", "above", "新建地上工程费用", "works above ground"),
  byArea("works_kept", "kept", "整治工程费用", "works on what is kept"),
  byArea("works_below", "below", "地下工程费用", "works below ground"),
  byArea("works_demolished", "demolished", "拆除工程费用", "demolition"),
];

const isCompensated = ({ lines }: Planned): boolean =>
  lines.some(({ role = "" }) => role.startsWith("cost.compensation."));

/** 补偿按合法面积: what is paid to those who give up each ㎡, in kind (removal, transition) or in cash. */
export const compensationByArea: readonly Expectation[] = [
  byArea(
    "compensated_in_kind",
    "in_kind",
    "实物安置的搬迁与过渡费用",
    "removal and transition of those who come back",
    {
      isBegun: isCompensated,
      told: "document.expected_compensation",
    },
  ),
  byArea("compensated_in_cash", "cash", "货币补偿费用", "cash compensation", {
    isBegun: isCompensated,
    told: "document.expected_compensation",
  }),
];

interface Manner {
  /** Whether there is any such cost at all: that there is none is told of the place as a whole. */
  readonly isBegun: (planned: Planned, place: Place) => boolean;
  readonly told: NonNullable<Expectation["told"]>;
}

function byArea(
  id: string,
  position: string,
  zh: string,
  en: string,
  { isBegun = hasWorks, told = "document.expected_area" }: Partial<Manner> = {},
): Expectation {
  const areaAt = ({ areas }: Planned, place: Place): CostedArea | undefined =>
    areas.find((area) => area.position === position && (place.id === "" || area.plot === place.id));
  return {
    id,
    name: { zh, en },
    expected: (planned) => {
      const several = planned.plots.length > 1;
      return planned.plots
        .map(({ id: plot, label }): Place => (several ? { id: plot, name: label } : { id: "" }))
        .filter((place) => isBegun(planned, place) && isAny(areaAt(planned, place)?.due));
    },
    inSums: true,
    // What is not there at all lacks nothing, and is no place where works are.
    met: (planned, place) => {
      const area = areaAt(planned, place);
      return area !== undefined && isAny(area.due) && !isAny(area.without);
    },
    told,
    lacking: (planned, place) => areaAt(planned, place)?.without,
    verdicts: MONEY,
    supported: true,
  };
}
