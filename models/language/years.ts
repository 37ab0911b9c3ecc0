import type { Expression } from "./expression.ts";
import { ytdTerm } from "./recursion.ts";
import { refuse } from "./refuse.ts";
import { columnOf } from "./scan.ts";
import type { Site, Term } from "./site.ts";

/**
 * `years(x)`: every flow inside is its sum since the start of the statement year, everything else as it stands, so that in the year's last
 * period the whole is the year's value: `years(income / service)` is the ratio of the year's amounts.
 */
export function yearsTerm(site: Site, x: Expression, _n: Expression, e: Expression): Term {
  if (site.axis === "year") return refuse("yearsInYear", { column: columnOf(e.span) });
  const inside: Site = { ...site, byYear: true };
  // What it makes is a level reached so far; summing it again would count every period twice.
  return { ...site.lower(x, inside), flow: false };
}

/** A term read inside `years`. */
export function ofYear(site: Site, term: Term): Term {
  if (site.byYear !== true || !term.flow) return term;
  return ytdTerm({ ...site, byYear: false }, term, "statementstart");
}
