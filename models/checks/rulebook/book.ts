import type { GraphLine } from "../../language/graph.ts";
import type { Pack, PackClause, PackLaw, PackParameter } from "../../policy/pack.ts";
import type { Text } from "../../wording/text.ts";
import { coverage } from "../coverage.ts";
import { citingChecks, citingMechanisms, takingInputs } from "./cites.ts";
import stored from "./written.json" with { type: "json" };

/** 规则手册: what the packs say, and everything that rests on it; a lawyer signs it page by page. */
export interface RuleBook {
  readonly packs: readonly PackPages[];
}

export interface PackPages extends Pick<Pack, "id" | "version" | "title" | "status"> {
  readonly laws: readonly LawPage[];
}

export interface LawPage extends Omit<PackLaw, "id"> {
  readonly id: string;
  readonly clauses: readonly ClauseEntry[];
  readonly parameters: readonly ParameterEntry[];
}

export interface ClauseEntry extends PackClause {
  readonly mechanisms: readonly string[];
  /** Lines that cite it: of the plan at hand, or of the mechanisms where there is none. */
  readonly lines: readonly string[];
  readonly checks: readonly CheckEntry[];
  /** Nothing rests on it: no check, no line, no parameter of its article. */
  readonly unused: boolean;
}

export interface CheckEntry {
  readonly id: string;
  readonly title: Text | undefined;
  /** Documents that fail it, beside a sound one that passes, in a few words. */
  readonly proofs: readonly string[];
}

export interface ParameterEntry extends PackParameter {
  /** Inputs that take it or are compared with it. */
  readonly inputs: readonly string[];
}

interface Beside {
  /** Of a plan, to name those that rest on a clause. */
  readonly lines?: readonly Pick<GraphLine, "id" | "clauses">[];
  /** What the program's own mechanisms and cases come to; as written down with it if absent. */
  readonly written?: Written;
}

/** Found by looking through all mechanisms and cases when the pages are generated. */
export interface Written {
  /** Cases that fail a check, by check. */
  readonly proofs: Readonly<Record<string, readonly string[]>>;
  /** Lines of mechanisms that rest on a clause, by clause. */
  readonly lines: Readonly<Record<string, readonly string[]>>;
}

export function ruleBookOf(packs: readonly Pack[], { lines, written = stored }: Beside = {}): RuleBook {
  const cites: Cites = {
    checks: citingChecks(),
    mechanisms: citingMechanisms(),
    inputs: takingInputs(),
    lines: lines === undefined ? new Map(Object.entries(written.lines)) : linesBy(lines),
    proofs: new Map(Object.entries(written.proofs)),
    anyLine: new Set(Object.keys(written.lines)),
  };
  return { packs: packs.map((pack) => pagesOf(pack, cites)) };
}

interface Cites {
  readonly checks: ReadonlyMap<string, readonly string[]>;
  readonly mechanisms: ReadonlyMap<string, readonly string[]>;
  readonly inputs: ReadonlyMap<string, readonly string[]>;
  readonly lines: ReadonlyMap<string, readonly string[]>;
  readonly proofs: ReadonlyMap<string, readonly string[]>;
  /** Clauses a line of some mechanism rests on, in this plan or not. */
  readonly anyLine: ReadonlySet<string>;
}

function linesBy(lines: readonly Pick<GraphLine, "id" | "clauses">[]): ReadonlyMap<string, readonly string[]> {
  const pairs = lines.flatMap(({ id, clauses }) => clauses.map((clause) => [clause, id] as const));
  return new Map(
    [...Map.groupBy(pairs, ([clause]) => clause)].map(([clause, list]) => [clause, list.map(([, id]) => id)]),
  );
}

/** What names no law stands under the pack's own paper: earlier and local packs. */
const OWN = "";

function pagesOf({ id, version, title, status, ...pack }: Pack, cites: Cites): PackPages {
  const { clauses, parameters, document } = pack;
  const own: PackLaw = {
    id: OWN,
    title,
    number: document.number,
    issuer: document.issuer,
    issued: document.date,
    from: pack.validFrom,
  };
  const laws = [...(pack.laws ?? []), own].map((law): LawPage => {
    const given = parameters.filter(({ reference }) => ("law" in reference ? reference.law : OWN) === law.id);
    return {
      ...law,
      clauses: clauses
        .filter((clause) => (clause.law ?? OWN) === law.id)
        .map((clause) => clauseOf(clause, cites, given)),
      parameters: given.map((parameter) => ({ ...parameter, inputs: cites.inputs.get(parameter.id) ?? [] })),
    };
  });
  return { id, version, title, status, laws: laws.filter((law) => law.clauses.length + law.parameters.length > 0) };
}

function clauseOf(clause: PackClause, cites: Cites, parameters: readonly PackParameter[]): ClauseEntry {
  const checks = (cites.checks.get(clause.id) ?? []).map(
    (id): CheckEntry => ({ id, title: titleOf(id), proofs: cites.proofs.get(id) ?? [] }),
  );
  const [mechanisms, lines] = [cites.mechanisms.get(clause.id) ?? [], cites.lines.get(clause.id) ?? []];
  const given = parameters.some(({ reference }) => reference.article === clause.article);
  const rested = checks.length + mechanisms.length + lines.length > 0 || cites.anyLine.has(clause.id);
  const unused = !rested && !given;
  return { ...clause, mechanisms, lines, checks, unused };
}

const titles: ReadonlyMap<string, Text> = new Map(coverage.map(({ id, name }) => [id, name]));
const titleOf = (id: string): Text | undefined => titles.get(id);
