import { textOf } from "../../models/document/schemaParts.ts";
import type { Graph, Node } from "../../models/language/graph.ts";
import { MONEY_TIE } from "../../models/operations/ties.ts";
import type { FlowView } from "../contract.ts";
import type { BoardParts } from "./cashPicture.ts";
import type { MoneyLine } from "./money.ts";

const PROJECT = "project";
const GAP = "gap";
const WORDS = { [PROJECT]: { zh: "项目", en: "Project" }, [GAP]: { zh: "静态缺口", en: "Static gap" } };

/**
 * Sources and uses over the life (元): payer → project → payee of exactly the lines the static balance adds up, so that sources and the gap
 * together are the uses. Capital, loans, principal and distributions are on neither side.
 */
export function flowsOf(parts: BoardParts): readonly FlowView[] {
  const { prepared, view, money, lang } = parts;
  if (!view.has("project.sources") || !view.has("project.uses")) return [];
  const parties = new Map(prepared.document.parties.map(({ id, label }) => [id, textOf(label)[lang]]));
  const labelOf = (id: string): string => WORDS[id as keyof typeof WORDS]?.[lang] ?? parties.get(id) ?? id;
  const byId = new Map(money.lines.map((line) => [line.index, line]));
  const flows = new FlowSums(labelOf);
  const read = (id: string): readonly MoneyLine[] =>
    linesIn(prepared.graph, id).flatMap((index) => byId.get(index) ?? []);
  for (const line of read("project.sources")) flows.add(line.payer, PROJECT, line);
  for (const line of read("project.uses")) flows.add(PROJECT, line.payee, line);
  for (const line of capitalisedInterest(parts, new Set(byId.keys()))) flows.add(PROJECT, line.payee, line);
  const balance = view.scalar("project.static_balance")?.toNumber() ?? 0;
  const gap = balance < -MONEY_TIE ? [flows.view(GAP, PROJECT, -balance, ["project.static_balance"])] : [];
  return [...flows.views(), ...gap];
}

/** Uses that move no cash yet: interest added to a loan, owed to its lender. */
function capitalisedInterest({ prepared, view }: BoardParts, paid: ReadonlySet<number>): readonly Owed[] {
  return linesIn(prepared.graph, "project.uses").flatMap((index) => {
    const line = prepared.graph.lines[index];
    const lender = line?.tags["lender"];
    if (line === undefined || paid.has(index) || typeof lender !== "string") return [];
    const total = (view.series(line.id) ?? []).reduce((sum, value) => sum + value.toNumber(), 0);
    return [{ id: line.id, payee: lender, total }];
  });
}

type Owed = Pick<MoneyLine, "id" | "payee" | "total">;

/** Money lines a sum reads, through lines the builder put in between. */
function linesIn(graph: Graph, id: string): readonly number[] {
  const found = new Set<number>();
  const visit = (node: Node | undefined): void => {
    if (node === undefined) return;
    if (node.op === "line" && node.line !== undefined) {
      const line = graph.lines[node.line];
      if (line?.payer === undefined && line?.source === "hidden") visit(line.node);
      else found.add(node.line);
    }
    for (const part of node.args) visit(part);
  };
  visit(graph.lines[graph.indexById.get(id) ?? -1]?.node);
  return [...found];
}

class FlowSums {
  readonly #sums = new Map<string, { from: string; to: string; amount: number; readonly lines: string[] }>();
  readonly #labelOf: (id: string) => string;

  constructor(labelOf: (id: string) => string) {
    this.#labelOf = labelOf;
  }

  add(from: string, to: string, line: Pick<MoneyLine, "id" | "total">): void {
    const key = `${from} ${to}`;
    const sum = this.#sums.get(key) ?? { from, to, amount: 0, lines: [] };
    if (line.total === 0) return;
    sum.amount += line.total;
    sum.lines.push(line.id);
    this.#sums.set(key, sum);
  }

  view(from: string, to: string, amount: number, lines: readonly string[]): FlowView {
    return { from, to, fromLabel: this.#labelOf(from), toLabel: this.#labelOf(to), amount, lines };
  }

  /** Largest first; where more came back than went, the flow runs the other way. */
  views(): readonly FlowView[] {
    return [...this.#sums.values()]
      .filter(({ amount }) => Math.abs(amount) > MONEY_TIE)
      .map(({ from, to, amount, lines }) =>
        amount > 0 ? this.view(from, to, amount, lines) : this.view(to, from, -amount, lines),
      )
      .sort((a, b) => b.amount - a.amount);
  }
}
