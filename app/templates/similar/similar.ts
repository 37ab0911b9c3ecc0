import type { InputValue } from "../../../models/document/inputSchema.ts";
import { BASE_SCENARIO } from "../../../models/document/scenario.ts";
import type { ComponentSpec, ModelDocument } from "../../../models/document/schema.ts";
import { shiftProject } from "../../../models/document/shift.ts";
import { readMonth, writeMonth } from "../../../models/language/calendar.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { isForeign } from "../../../models/policy/area.ts";
import type { InputSpec } from "../../../models/terms/inputs.ts";
import { scaled } from "./scale.ts";

/** What is known of the new project at once. */
export interface SimilarChoice {
  readonly name: string;
  readonly city?: string;
  /** Whole number, as a literal. */
  readonly households: string;
  /** `YYYY-MM`. */
  readonly start: string;
  /** Where the values come from, as it will stand beside each of them. */
  readonly source: string;
}

/** Inputs that say who and where, not how much or on which terms: nothing about them is assumed. */
const NAMING: ReadonlySet<string> = new Set(["party", "plot", "record"]);

/** Money that was granted to the one project is only hoped for in the next. */
const GRANTED: ReadonlySet<unknown> = new Set(["approved", "received", "applied"]);

/**
 * 按类似项目起步: a model with the components of a finished one, at the size of the new project. Every value is marked as assumed with its source until somebody
 * confirms it. Papers, votes, approvals, scenarios and reasons for absences stay with the project they belong to: the new one has none of them yet.
 */
export function similarDocument(base: ModelDocument, choice: SimilarChoice): ModelDocument {
  const { name, city, households, start, source } = choice;
  const factor = Number(households) / Number(base.project.households ?? households);
  const months = (readMonth(start) ?? 0) - (readMonth(base.timeline.start) ?? 0);
  const moved = shiftProject(base, months, mechanisms);
  const { type, mode, priceBaseMonth } = base.project;
  const own = base.scenarios.find(({ id }) => id === BASE_SCENARIO);
  return {
    format: base.format,
    version: base.version,
    project: {
      name,
      ...(city === undefined || city === "" ? {} : { city }),
      type,
      ...(mode === undefined ? {} : { mode }),
      households,
      ...(priceBaseMonth === undefined ? {} : { priceBaseMonth }),
    },
    plots: base.plots,
    timeline: moved.timeline,
    conventions: { ...base.conventions, ...(base.conventions.icReason === undefined ? {} : { icReason: source }) },
    packs: base.packs.flatMap((pack) => rulesIn(pack, city)),
    parties: base.parties.map(({ id, label, role, inProject }) => ({
      ...{ id, label, role },
      ...(inProject === undefined ? {} : { inProject }),
    })),
    components: moved.components.map((component) => assumed(component, factor, source)),
    customLines: base.customLines,
    scenarios: own === undefined ? [] : [{ id: own.id, label: own.label, counts: own.counts ?? [], set: {} }],
    records: base.records.map(({ id, label, kind, date }) => ({
      id,
      label,
      date: shiftDate(date, months),
      ...(kind === undefined ? {} : { kind }),
    })),
    uncertainty: [],
    targets: [],
    bids: [],
  };
}

/** Rules of another place stay behind where it is said in which city the new project lies. */
function rulesIn({ id, version, text }: ModelDocument["packs"][number], city = ""): ModelDocument["packs"] {
  const isElsewhere = city !== "" && isForeign({ id, ...(text?.area === undefined ? {} : { area: text.area }) }, city);
  return isElsewhere ? [] : [{ id, version }];
}

function shiftDate(date: string, months: number): string {
  const month = readMonth(date.slice(0, 7));
  return month === undefined ? date : `${writeMonth(month + months)}${date.slice(7, 8) === "-" ? "-28" : ""}`;
}

function assumed(
  { id, mechanism, label, enabled, inputs }: ComponentSpec,
  factor: number,
  source: string,
): ComponentSpec {
  const specs = mechanisms.get(mechanism)?.inputs ?? {};
  const beside = (other: string): string | undefined => {
    const word = inputs[other];
    return typeof word === "string" ? word : undefined;
  };
  const kept = Object.entries(inputs).flatMap(
    ([name, value]): readonly (readonly [string, InputValue, InputSpec])[] => {
      const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
      if (spec === undefined) return [];
      if (spec.type === "status") return [[name, GRANTED.has(value) ? "planned" : value, spec]];
      return [[name, scaled(value, spec, factor, beside), spec]];
    },
  );
  const marks = kept.flatMap(([name, , { type }]) => (NAMING.has(type) ? [] : [[name, { assumed: source }] as const]));
  return {
    ...{ id, mechanism, enabled },
    ...(label === undefined ? {} : { label }),
    inputs: Object.fromEntries(kept.map(([name, value]) => [name, value])),
    evidence: Object.fromEntries(marks),
  };
}
