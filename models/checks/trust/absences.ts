import type { Decimal } from "decimal.js";
import { explainedOf } from "../expectations/index.ts";
import { groundedIn } from "../taxes/grounds.ts";
import type { Concern } from "./point.ts";
import { amountOf, SAFE, type Subject } from "./subject.ts";

const WORKS = /^works(_|$)/;
const TAX = /^(tax|vat)_/;
const ABSENCES = "absences/";
const COMPENSATION = /^compensat(ion|ed_.*)$/;

/**
 * 无此项的理由: what the file says such a project has none of. Works that are said to be none although floor area is built contradict it; so does
 * compensation where legal area is pulled down.
 */
export function absenceConcerns(subject: Subject): readonly Concern[] {
  const { document, graph } = subject;
  const area = graph.lines[graph.indexById.get("area.built") ?? -1];
  const built = area === undefined ? undefined : amountOf(subject, area);
  const grounded = groundedIn(document);
  const legal = graph.lines
    .filter(({ role, axis }) => role?.startsWith("area.legal.") === true && axis === "scalar")
    .reduce<Decimal>((sum, line) => sum.plus(amountOf(subject, line) ?? 0), SAFE);
  const areaOf = (id: string): Decimal | undefined =>
    WORKS.test(id) ? built : COMPENSATION.test(id) ? legal : undefined;
  return explainedOf(document, subject.results).map(({ id, path, name, reason, verdicts, lacking }) => ({
    kind: "missing",
    path,
    message: { zh: `无${name.zh}:${reason}`, en: `no ${name.en}: ${reason}` },
    touches: (verdict) => verdicts.includes(verdict),
    // Nobody knows what a tax would come to that is said to be none without a clause that says so.
    ...(TAX.test(id) && !grounded([path.slice(ABSENCES.length), id], { ease: "absent", tax: id })
      ? {}
      : weight(areaOf(id) === undefined ? undefined : (lacking ?? areaOf(id)))),
  }));
}

const weight = (area: Decimal | undefined): Partial<Concern> =>
  area?.greaterThan(0) === true ? { amount: area, unit: "m2" } : { against: SAFE };
