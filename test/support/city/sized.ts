import { listPaths } from "../../../models/document/list.ts";
import { RECORD_KINDS } from "../../../models/document/records.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { multiplyDecimals, readDecimal, writeDecimal } from "../../../models/language/decimal.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";

/** How another community differs from the example: so many times as large and as dear, and so many times the income of a ㎡; decimal literals. */
export interface Size {
  readonly scale: string;
  readonly dearness: string;
  readonly income: string;
}

/** Sums and areas for one piece, space, hour or person, and the steps of a tariff: a larger community has more pieces, not larger ones. */
const PER_PIECE =
  /\/(?:areaPerSpace|hourRate|items\/.*(?:price|guidePrice|subsidyPerUnit)|kpis\/.*penalty|prices\/.*|scale\/.*|shares\/.*|sources\/.*price|systems\/.*(?:price|capex))$/;
/** Prices and rents of a ㎡ sold or let. */
const INCOME = /\/inputs\/(?:price|rent)$/;
/** Counts without a unit of their own. */
const COUNTS = /\/(?:spaces|spacesRequired|quantity|places)$/;

/** The same project of another size at other prices; what is a share, a rate or a span of time stays as it is. */
export function sized(document: ModelDocument, size: Size): ModelDocument {
  const units = new Map(listPaths(document, mechanisms).map(({ path, unit }) => [path, unit]));
  const factorAt: FactorAt = (path) => {
    const unit = units.get(path);
    return { factor: factorOf(path, unit, size), counts: unit === "household" || COUNTS.test(path) };
  };
  const components = document.components.map((component) => ({
    ...component,
    inputs: Object.fromEntries(
      Object.entries(component.inputs).map(([name, value]) => [
        name,
        multiplied(value, `components/${component.id}/inputs/${name}`, factorAt),
      ]),
    ) as typeof component.inputs,
  }));
  const conventions = multiplied(document.conventions, "conventions", factorAt) as typeof document.conventions;
  const { households } = document.project;
  const project =
    households === undefined
      ? document.project
      : { ...document.project, households: counted(households, "project/households", size.scale) };
  const scenarios = document.scenarios.map((scenario) => ({
    ...scenario,
    set: Object.fromEntries(
      Object.entries(scenario.set).map(([path, value]) => [path, multiplied(value, path, factorAt)]),
    ) as typeof scenario.set,
  }));
  return {
    ...document,
    project,
    conventions,
    components,
    scenarios,
    records: document.records.map((one) => recordOf(one, size)),
  };
}

type FactorAt = (path: string) => { readonly factor: string; readonly counts: boolean };

function factorOf(path: string, unit: string | undefined, { scale, dearness, income }: Size): string {
  if (unit === undefined) return "1";
  if (unit === "CNY/m2" && INCOME.test(path)) return times(dearness, income);
  const grows = COUNTS.test(path) || (/^(?:m2|CNY|household)$/.test(unit) && !PER_PIECE.test(path));
  const money = unit.startsWith("CNY") ? dearness : "1";
  return grows ? times(scale, money) : money;
}

/** The numbers in a value, each by the factor of its path; rows of tables stand under their ids. */
function multiplied(value: unknown, path: string, factorAt: FactorAt): unknown {
  if (typeof value === "string" || typeof value === "number") {
    const { factor, counts } = factorAt(path);
    if (factor === "1") return value;
    return (counts ? counted : multipliedBy)(`${value}`, path, factor);
  }
  if (Array.isArray(value))
    return value.map((row) => multiplied(row, `${path}/${(row as { id: string }).id}`, factorAt));
  if (typeof value !== "object" || value === null) return value;
  if ("profile" in value) {
    const { profile } = value as { profile: { values: readonly string[] } };
    return { profile: { ...profile, values: profile.values.map((one) => multiplied(one, path, factorAt)) } };
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, multiplied(one, `${path}/${name}`, factorAt)]),
  );
}

/** What papers say of areas, owners and sums grows with them. */
function recordOf(record: ModelDocument["records"][number], size: Size): ModelDocument["records"][number] {
  const specs = RECORD_KINDS[record.kind ?? ""]?.values ?? {};
  const values = Object.entries(record.values ?? {}).map(([name, value]) => {
    const spec = specs[name];
    if (spec?.type !== "number" || typeof value === "boolean") return [name, value];
    const isPerHousehold = name === "perHousehold";
    const grows =
      name.endsWith("Owners") ||
      name === "households" ||
      (/^(?:m2|m2\/mo|CNY|household)$/.test(spec.unit) && !isPerHousehold);
    const factor = times(grows ? size.scale : "1", spec.unit.startsWith("CNY") ? size.dearness : "1");
    const counts = name === "households" || name.endsWith("Owners") || spec.unit === "household";
    return [name, (counts && !isPerHousehold ? counted : multipliedBy)(`${value}`, name, factor)];
  });
  return record.values === undefined ? record : { ...record, values: Object.fromEntries(values) };
}

const multipliedBy = (value: string, _path: string, factor: string): string => times(value, factor);

/** Nobody has a part of one: what there is rounded up, what is required down. A fraction of today is a measure, and stays one. */
function counted(value: string, path: string, factor: string): string {
  const exact = times(value, factor);
  if (!/^\d+$/.test(value)) return exact;
  return String((path.endsWith("Required") ? Math.floor : Math.ceil)(Number(exact)));
}

function times(value: string, factor: string): string {
  const [a, b] = [readDecimal(value), readDecimal(factor)];
  if (a === undefined || b === undefined) return value;
  return writeDecimal(multiplyDecimals(a, b));
}
