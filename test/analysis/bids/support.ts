import { type PreparedBids, prepareBids } from "../../../models/analysis/bids/bids.ts";
import { evaluate } from "../../../models/compile/prepare.ts";
import { GraphShelf } from "../../../models/compile/shelf.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import type { RecordDecimal } from "../../../models/engines/arithmetic/decimal.ts";
import type { Evaluation } from "../../../models/engines/index.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { type Results, resultsOf } from "../../../models/results/results.ts";
import type { Result } from "../../../models/wording/problem.ts";

export function okay<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.value;
}

type Part = Readonly<Record<string, unknown>>;

const NET = { included: false };

/** A document that holds a tender over amounts that are typed, and bids; 10 years at 5 % from 2027 unless said otherwise. */
export function tenderDocument(notice: Part, tender: Part, bids: readonly Part[], rest: Part = {}): ModelDocument {
  const input = {
    format: "pingheng/model",
    version: 1,
    project: { name: "比选", type: "renovation" },
    timeline: { start: "2027-01", step: "year", periods: 10 },
    tender: {
      notice: {
        number: "ZB-1",
        baseMonth: "2027-01",
        termYears: 10,
        vatBasis: "excluded",
        priceLevel: "constant",
        discountRate: "0.05",
        sensitivity: "0.2",
        revenues: [{ id: "all" }],
        ...notice,
      },
      reference: { revenues: [{ id: "all", amounts: "6000000", vat: NET }] },
      ...tender,
    },
    bids,
    ...rest,
  };
  // What is undefined is left out.
  return okay(parseDocument(JSON.parse(JSON.stringify(input)), mechanisms)).document;
}

/** A bid on the basis of the notice, with what is told of it. */
export function bidOf(id: string, told: Part): Part {
  return { id, bidder: id, termYears: 10, priceLevel: "constant", fee: { amounts: "0", vat: NET }, ...told };
}

export interface Compared {
  readonly prepared: PreparedBids;
  readonly results: Results<InstanceType<typeof RecordDecimal>>;
  readonly one: (line: string) => number | undefined;
  readonly years: (line: string) => readonly (number | undefined)[];
}

export function compared(document: ModelDocument, against?: string): Compared {
  const prepared = okay(prepareBids(document, { shelf: new GraphShelf(mechanisms), against }));
  const evaluation = evaluate(prepared, "record") as Evaluation<InstanceType<typeof RecordDecimal>>;
  const results = resultsOf(evaluation, prepared.frame);
  return {
    prepared,
    results,
    one: (line) => results.scalar(line)?.toNumber(),
    years: (line) => results.periods(line).map((value) => value?.toNumber()),
  };
}
