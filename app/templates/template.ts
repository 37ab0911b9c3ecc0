import { BASE_TITLE } from "../../models/document/scenarioTitle.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import { type ProjectType, partiesOf, type RenewalMode } from "./parties.ts";

export type { ProjectType, RenewalMode } from "./parties.ts";

export interface TemplateChoice {
  readonly type: ProjectType;
  /** Renovation only; demolishing and rebuilding when absent. */
  readonly mode?: RenewalMode;
  /** Today: the project starts in the year after it. */
  readonly today: Date;
}

type Kind = RenewalMode | "new-build";

const NAMES: Readonly<Record<Kind, string>> = {
  rebuild: "拆除重建项目(未命名)",
  infill: "插花式改建项目(未命名)",
  rehabilitation: "综合整治项目(未命名)",
  "new-build": "规划新建项目(未命名)",
};

/** Packs by what such a project usually rests on, the local one first. */
const PACKS: Readonly<Record<Kind, readonly string[]>> = {
  rebuild: ["zhejiang", "zhejiang-expropriation", "civil-code", "national-law"],
  infill: ["zhejiang", "zhejiang-expropriation", "civil-code", "national-law"],
  rehabilitation: ["zhejiang", "civil-code", "national-law"],
  "new-build": ["zhejiang", "zhejiang-expropriation", "land-administration", "national-law"],
};

/** Years a plan of this kind usually looks at, and the months its phases are first drawn with; both are there to be changed. */
const HORIZON_YEARS = 20;
const MONTHS = { prepare: 12, build: 36, rehabilitation: 18 } as const;

/** A model without components: who takes part, which rules apply, which phases and conventions; every amount is left to the user. */
export function templateDocument({ type, mode, today }: TemplateChoice): ModelDocument {
  const kind: Kind = type === "new-build" ? type : (mode ?? "rebuild");
  const build = kind === "rehabilitation" ? MONTHS.rehabilitation : MONTHS.build;
  const operate = HORIZON_YEARS * 12 - MONTHS.prepare - build;
  return {
    format: "pingheng/model",
    version: 1,
    project: {
      name: NAMES[kind],
      type: type === "new-build" ? "new_build" : "renovation",
      ...(kind === "new-build" ? {} : { mode: kind }),
    },
    plots: [{ id: "p1", label: { zh: "一号地块", en: "Plot 1" } }],
    timeline: {
      start: `${today.getFullYear() + 1}-01`,
      step: "quarter",
      periods: HORIZON_YEARS * 4,
      phases: [
        {
          id: "prepare",
          label: { zh: "前期", en: "Preparation" },
          start: `${today.getFullYear() + 1}-01`,
          months: MONTHS.prepare,
        },
        { id: "build", label: { zh: "建设期", en: "Construction" }, after: "prepare", months: build },
        { id: "operate", label: { zh: "运营期", en: "Operation" }, after: "build", months: operate },
      ],
    },
    conventions: {
      yearBasis: "calendar",
      discountFrom: "t=1",
      indicatorBasis: "year",
      vatBasis: "separate",
      priceBasis: "constant",
      drawTiming: "mid",
    },
    packs: PACKS[kind].flatMap((id) =>
      INSTALLED_PACKS.filter((pack) => pack.id === id).map(({ version }) => ({ id, version })),
    ),
    parties: partiesOf(kind),
    components: [],
    customLines: [],
    scenarios: [{ id: "base", label: BASE_TITLE, set: {} }],
    records: [],
    uncertainty: [],
    targets: [],
    bids: [],
  };
}
