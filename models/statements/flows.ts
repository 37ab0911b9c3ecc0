import type { FormulaDecl, LineMeta } from "../language/line.ts";
import { CAPITALISED_USES, SOURCES, USES } from "./project.ts";
import { system } from "./system.ts";
import type { PartyFact } from "./tables/facts.ts";

/** Tag of a line of sources and uses: which way the money goes; `party` is who pays or is paid. */
export const FLOW = "flow";

/**
 * Sources and uses (资金来源与运用) by who pays and who is paid: exactly the lines the static balance adds up, so that together they are
 * `project.sources` and `project.uses`. Capital, loans, principal and distributions are on neither side.
 */
export function flowLines(lines: readonly LineMeta[], parties: readonly PartyFact[]): readonly FormulaDecl[] {
  const paying = new Set(lines.flatMap(({ payer, tags }) => (tags["crosses"] === "in" && payer !== undefined ? [payer] : [])));
  const paid = new Set(lines.flatMap(({ payee, tags }) => (tags["crosses"] === "out" && payee !== undefined ? [payee] : [])));
  const tiedUp = new Set(lines.flatMap(({ role, payee, tags }) => (role === "working_capital.increase" && tags["crosses"] === "out" && payee !== undefined ? [payee] : [])));
  const lenders = new Set(lines.flatMap(({ role, tags }) => (role === "debt.capitalised" && tags["lender"] !== undefined ? [String(tags["lender"])] : [])));
  return parties.flatMap(({ id, label, role }) => {
    // Working capital that is left at the end comes back from whom it was paid to.
    const back = `running(sum(crosses = out, role = working_capital.increase, payee = ${id}) - sum(crosses = in, role = working_capital.recovered, payer = ${id}))`;
    const returned = tiedUp.has(id) ? ` + (t >= periodcount ? ${back} : 0)` : "";
    const source = flow("in", id, `${label.zh}投入`, `from ${label.en}`, `sum(${SOURCES}, payer = ${id})${returned}`);
    const owed = [...lenders].filter((word) => word === id || (word === role && parties.filter((party) => party.role === role).length === 1));
    const uses = [...(paid.has(id) ? [`sum(${USES}, payee = ${id})`] : []), ...owed.map((word) => `sum(${CAPITALISED_USES}, lender = ${word})`)];
    const use = flow("out", id, `支付${label.zh}`, `to ${label.en}`, uses.join(" + "));
    return [...(paying.has(id) || tiedUp.has(id) ? [source] : []), ...(uses.length > 0 ? [use] : [])];
  });
}

function flow(way: "in" | "out", party: string, zh: string, en: string, formula: string): FormulaDecl {
  return { ...system(`flow.${way}.${party}`, zh, en, "CNY", "flow", formula), tags: { [FLOW]: way, party } };
}
