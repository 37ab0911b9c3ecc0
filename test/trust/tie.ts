import type { ModelDocument } from "../../models/document/schema.ts";
import type { GraphLine } from "../../models/language/graph.ts";
import { preparedOf } from "../support/prepared.ts";

export interface Tie {
  readonly capitalised: number;
  readonly invested: number;
}

/**
 * What the books of the taxpayers capitalise, and what the project invests: construction investment and interest in construction; with what the books take
 * over from elsewhere (deposits nobody gives back), less what others gave and the books take off the cost.
 */
export function tieOf(document: ModelDocument): Tie {
  const prepared = preparedOf(document);
  const evaluation = prepared.kernel().run(prepared.bindings);
  const total = ({ index }: Pick<GraphLine, "index">): number =>
    evaluation.series(index).reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0);
  const lines = prepared.graph.lines.filter(({ source }) => source !== "hidden");
  const sum = (fits: (line: GraphLine) => boolean): number =>
    lines.filter(fits).reduce((all, line) => all + total(line), 0);
  const books = document.components.filter(({ mechanism, enabled }) => mechanism === "asset_books" && enabled);
  const takers = new Set(books.map(({ inputs }) => String(inputs["taxpayer"])));
  const named = (id: string): number => sum((line) => line.id === id);
  return {
    capitalised: books.reduce((all, { id }) => all + named(`${id}.cost`), 0),
    invested:
      named("project.investment") +
      named("project.interest_in_construction") +
      sum(
        ({ role, tags }) =>
          role === "noncash.transfer" && tags["debit"] === "wip" && takers.has(String(tags["taxpayer"])),
      ) -
      sum(
        ({ role = "", tags, payee = "" }) =>
          /^(?:support|contribution)\./u.test(role) && tags["booked"] === "asset" && takers.has(payee),
      ),
  };
}
