import type { ComponentSpec, ModelDocument } from "../../../models/document/schema.ts";
import type { Draw } from "../../random/draw.ts";
import { moved } from "../../trust/transform/dates.ts";
import { besideItsTwin, saidInFull } from "../../trust/transform/parts.ts";

/** A change that leaves an honest project honest: other names, another time, another size, dearer staff, more capital, an older paper. */
type Honest = (document: ModelDocument, draw: Draw) => ModelDocument;

const NAMES = ["甲公司", "乙单位", "丙合作社", "某某公司", "东街", "一标段", "附属"];

/** Other names for everybody and everything that has one. */
const named: Honest = (document, draw) => {
  const other = <T extends { readonly id: string; readonly label?: unknown }>(one: T): T => ({
    ...one,
    label: `${draw.pick(NAMES)}${one.id}`,
  });
  return {
    ...document,
    parties: document.parties.map(other),
    plots: document.plots.map(other),
    components: document.components.map(other),
    records: document.records.map(other),
  };
};

/** A few months later, papers and all. */
const later: Honest = (document, draw) => moved(document, draw.whole(1, 3));

/** What papers say of the whole project. */
const OF_BOTH: ReadonlySet<string> = new Set(["totalInvestment", "pace"]);

/** The same project a second time beside itself, approved and tested for both. */
const twice: Honest = (document) => {
  const both = besideItsTwin(saidInFull(document));
  const records = both.records.map((record) => {
    const values = Object.entries(record.values ?? {});
    const doubled = values.map(([name, value]) => [name, OF_BOTH.has(name) ? scaled(value, 2) : value]);
    return record.values === undefined ? record : { ...record, values: Object.fromEntries(doubled) };
  });
  return { ...both, records };
};

const scaled = (value: unknown, factor: number): string => (Number(value) * factor).toFixed(4);

/** Capital of a little more than the plan needs. */
const richer: Honest = (document, draw) => {
  const factor = 1 + draw.whole(1, 10) / 100;
  return withInputs(document, "equity", (inputs) => {
    const schedule = inputs["schedule"];
    if (typeof schedule !== "object" || !("profile" in schedule)) return inputs;
    const values = schedule.profile.values.map((value) => scaled(value, factor));
    return { ...inputs, schedule: { profile: { ...schedule.profile, values } } };
  });
};

/** Staff and running of the operation a little dearer or cheaper. */
const staffed: Honest = (document, draw) => {
  const factor = 1 + draw.whole(-2, 2) / 100;
  return withInputs(document, "operating_cost", (inputs) => {
    const { items } = inputs;
    if (!Array.isArray(items)) return inputs;
    const rows = items.map((row) => ({ ...row, ...("price" in row ? { price: scaled(row["price"], factor) } : {}) }));
    return { ...inputs, items: rows } as ComponentSpec["inputs"];
  });
};

/** Papers that were there a few weeks earlier. */
const papered: Honest = (document, draw) => ({
  ...document,
  records: document.records.map((record) => {
    const day = Number(record.date.slice(8, 10));
    return day > 1
      ? { ...record, date: `${record.date.slice(0, 8)}${String(draw.whole(1, day)).padStart(2, "0")}` }
      : record;
  }),
});

function withInputs(
  document: ModelDocument,
  mechanism: string,
  change: (inputs: ComponentSpec["inputs"]) => ComponentSpec["inputs"],
): ModelDocument {
  const components = document.components.map((component) =>
    component.mechanism === mechanism ? { ...component, inputs: change(component.inputs) } : component,
  );
  return { ...document, components };
}

const CHANGES: Readonly<Record<string, Honest>> = { named, later, twice, richer, staffed, papered };

/** Some of the changes, one after another. */
export function honestVariant(
  document: ModelDocument,
  draw: Draw,
): { readonly done: string; readonly variant: ModelDocument } {
  const chosen = Object.entries(CHANGES).filter(() => draw.chance(50));
  const variant = chosen.reduce((changed, [, change]) => change(changed, draw), document);
  return { done: chosen.map(([name]) => name).join(", "), variant };
}
