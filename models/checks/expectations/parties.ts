import { UNKNOWN } from "../../language/line.ts";
import type { Place, Planned, PlannedLine } from "./expectation.ts";

/** Those on a side of certain lines; of a mechanism whose party cannot be read, the project as a whole. */
export function partiesOf(
  { parties, lines, mechanisms }: Planned,
  mechanism: string,
  meant: (line: PlannedLine) => boolean,
  side: (line: PlannedLine) => string | undefined,
): readonly Place[] {
  const all = lines.filter(meant);
  const own = new Set(all.flatMap((line) => (line.tags["crosses"] === "outside" ? [] : (side(line) ?? []))));
  const found = parties.flatMap(({ id, label }) => (own.has(id) ? [{ id, name: label }] : []));
  if (found.length > 0) return found;
  const isOutside = all.some(({ tags }) => tags["crosses"] === "outside");
  return mechanisms.has(mechanism) && !isOutside ? [{ id: "" }] : [];
}

/** Those of any list once; one alone needs no name. */
export function each(...lists: readonly (readonly Place[])[]): readonly Place[] {
  const places = [...new Map(lists.flat().map((place) => [place.id, place])).values()];
  const [only, ...others] = places;
  return only === undefined || others.length > 0 ? places : [{ id: "", party: only.id }];
}

const isRent = ({ role, tags }: PlannedLine): boolean => role === "revenue.lease" && tags["mechanism"] === "lease";
const isEarned = ({ role = "", tags }: PlannedLine): boolean =>
  role.startsWith("revenue.") && tags["mechanism"] === "operating_revenue";
const isPropertyFee = ({ role, tags }: PlannedLine): boolean =>
  role === "revenue.property_fee" && tags["mechanism"] === "operating_revenue";

/** Parties of the project that let, that earn by operating, and that run the estate for a property fee. */
export const lessors = (planned: Planned): readonly Place[] =>
  partiesOf(planned, "lease", isRent, ({ payee }) => payee);
export const earners = (planned: Planned): readonly Place[] =>
  partiesOf(planned, "operating_revenue", isEarned, ({ payee }) => payee);
export const managers = (planned: Planned): readonly Place[] =>
  partiesOf(planned, "", isPropertyFee, ({ payee }) => payee);

/** A line that names no party stands for all. */
export const isOf = (party: string, ...named: readonly unknown[]): boolean =>
  party === "" || named.includes(party) || named.every((one) => one === undefined || one === UNKNOWN);
