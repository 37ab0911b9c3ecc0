import { documentSchema, type ModelDocument } from "../../../models/document/schema.ts";
import { shiftProject } from "../../../models/document/shift.ts";
import { readMonth, writeMonth } from "../../../models/language/calendar.ts";
import { STEP_MONTHS, type Step } from "../../../models/language/timeline.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { loadPacks } from "../../../models/policy/load.ts";

/** Rule packs whose parameters never change, so that a project may move without meeting another law. */
export function withSteadyLaw(document: ModelDocument): ModelDocument {
  const start = `${document.timeline.start}-01`;
  const packs = loadPacks(document).packs.map((pack) => {
    const parameters = pack.parameters.map((parameter) => {
      const inForce = parameter.values.filter(({ from }) => from <= start).at(-1) ?? parameter.values[0];
      return { ...parameter, values: inForce === undefined ? [] : [{ value: inForce.value, from: "1990-01-01" }] };
    });
    return { id: pack.id, version: pack.version, text: { ...pack, parameters } };
  });
  return reread({ ...document, packs });
}

/** The same project, everything in it some months later: records and price base too. */
export function moved(document: ModelDocument, months: number): ModelDocument {
  const later = (text: string): string => {
    const month = readMonth(text.slice(0, 7));
    if (month === undefined) throw new Error(`${text} is no month`);
    return writeMonth(month + months) + text.slice(7);
  };
  const shifted = shiftProject(withPriceBase(document), months, mechanisms);
  const { priceBaseMonth } = shifted.project;
  return {
    ...shifted,
    project: { ...shifted.project, ...(priceBaseMonth === undefined ? {} : { priceBaseMonth: later(priceBaseMonth) }) },
    records: shifted.records.map((record) => ({ ...record, date: `${later(record.date).slice(0, 7)}-15` })),
  };
}

/** The same project in a file that begins a year before anything happens. */
export function withIdleYear(document: ModelDocument): ModelDocument {
  const based = withPriceBase(document);
  const { timeline } = based;
  const start = writeMonth((readMonth(timeline.start) ?? 0) - 12);
  return { ...based, timeline: { ...timeline, start, periods: timeline.periods + 12 / STEP_MONTHS[timeline.step] } };
}

/** The same project in other steps; its horizon must be whole steps of both. */
export function inSteps(document: ModelDocument, step: Step): ModelDocument {
  const { timeline } = document;
  const months = timeline.periods * STEP_MONTHS[timeline.step];
  if (months % STEP_MONTHS[step] !== 0) throw new Error(`${months} months are no whole steps of a ${step}`);
  return { ...document, timeline: { ...timeline, step, periods: months / STEP_MONTHS[step] } };
}

/** A price base of its own, where the file means the start of its timeline. */
function withPriceBase(document: ModelDocument): ModelDocument {
  const { project, timeline } = document;
  return { ...document, project: { ...project, priceBaseMonth: project.priceBaseMonth ?? timeline.start } };
}

const reread = (document: unknown): ModelDocument => documentSchema.parse(document);
