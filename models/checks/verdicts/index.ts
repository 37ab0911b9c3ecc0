import type { Teller } from "../../statements/indicators/read.ts";
import type { StatementFacts } from "../../statements/tables/facts.ts";
import type { Unmet } from "../expectations/expectation.ts";
import { area } from "./area.ts";
import { construction, rolling, staticBalance } from "./cash.ts";
import { comfort } from "./comfort.ts";
import { publicMoney } from "./publicMoney.ts";
import { solvency } from "./solvency.ts";
import { dynamic, operation } from "./value.ts";
import { incomplete, type Verdict, type VerdictId, verdictOf } from "./verdict.ts";

export type { Verdict, VerdictId } from "./verdict.ts";

/** The tests of balance, in order. `cut` are debts of which a part does not count. */
export function verdictsOf(
  teller: Teller,
  facts: StatementFacts,
  unmet: readonly Unmet[] = [],
  cut: readonly Unmet[] = [],
): readonly Verdict[] {
  const decided = [
    area(facts),
    staticBalance,
    construction,
    rolling,
    solvency(facts),
    dynamic,
    operation,
    comfort,
    publicMoney,
  ].map((words) => withExpected(verdictOf(words, teller), unmet));
  const all = isFunded(decided) ? decided : decided.map((verdict) => withExpected(verdict, cut));
  const [first, ...money] = all;
  if (first === undefined || !areaFails(first, teller)) return all;
  return [first, ...money.map((verdict) => (restsOnArea(verdict, teller) ? withoutArea(verdict) : verdict))];
}

/** A light is not green while something is absent that such a project has, unless the file says why; a red one could only be redder. */
function withExpected(verdict: Verdict, unmet: readonly Unmet[]): Verdict {
  const { id, title, definition, lines, pass, reason, missing: known = [] } = verdict;
  const absent = unmet.filter(({ verdicts }) => verdicts.includes(id));
  const open = pass === true || (pass === null && (reason === "inapplicable" || known.length > 0));
  if (absent.length === 0 || !open) return verdict;
  const places = new Set(known.map(({ path }) => path));
  const missing = [...known, ...absent.filter(({ path }) => !places.has(path))];
  return { id, title, definition, lines, pass: null, reason: "incomplete", missing, message: incomplete(missing) };
}

/** Whether the money suffices while building and in every period. */
const isFunded = (verdicts: readonly Verdict[]): boolean =>
  verdicts.every(({ id, pass, reason }) => (id !== "B3" && id !== "B4") || pass === true || reason === "inapplicable");

/** Whether ㎡ are used twice, or nobody can tell. What is merely not assigned yet earns nothing and leaves the money as it is. */
function areaFails({ pass, reason }: Verdict, teller: Teller): boolean {
  if (pass === null) return reason === "incomplete";
  return !pass && teller.value("area.claimed_twice")?.isZero() !== true;
}

function restsOnArea({ id, pass, reason }: Verdict, teller: Teller): boolean {
  if (pass === null && reason !== "no_target") return false;
  return readsArea(id, teller);
}

/** Whether a verdict reads ㎡ at all. */
export const readsArea = (id: VerdictId, teller: Teller): boolean =>
  teller.restsOn([`verdict.${id}.margin`, `verdict.${id}.test`], ({ role }) => role?.startsWith("area.") === true);

/** Money that rests on areas cannot be judged while these do not balance; the lines stay visible. */
function withoutArea({ id, title, definition, lines }: Verdict): Verdict {
  const message = { zh: "面积不平衡(B1),无法判定", en: "the areas do not balance (B1): not decidable" };
  return { id, title, definition, lines, pass: null, reason: "area", message };
}
