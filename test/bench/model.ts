import type { Bindings, Graph, Node } from "../../models/language/graph.ts";
import { bind, GraphWriter, lineOf, num } from "../engines/graphs.ts";
import { seeded } from "../engines/random.ts";

export interface BenchModel {
  readonly graph: Graph;
  readonly bindings: Bindings;
  /** Scalar inputs, prices first. */
  readonly inputs: readonly number[];
  /** What a goal seek would look at. */
  readonly output: number;
}

const times = (a: Node, b: Node): Node => ({ op: "mul", args: [a, b] });
const plus = (...args: Node[]): Node => ({ op: "add", args });
const minus = (a: Node, b: Node): Node => ({ op: "sub", args: [a, b] });
const over = (a: Node, b: Node): Node => ({ op: "div", args: [a, b] });
const least = (...args: Node[]): Node => ({ op: "min", args });
const most = (...args: Node[]): Node => ({ op: "max", args });
const above = (a: Node, b: Node): Node => ({ op: "cmp", args: [a, b], rel: ">", absTol: 0.005 });

/**
 * A made-up renewal project of about `size` lines: products with growing prices and collection curves, costs spread over phases, loans whose
 * interest depends on the cash and the cash on the loans, yearly tax, and sums over all of them.
 */
export function benchModel(size: number, periods: number): BenchModel {
  return new BenchWriter().model(size, periods);
}

class BenchWriter {
  private readonly w = new GraphWriter();
  private readonly random = seeded(20260701);
  private readonly values: Record<string, string | string[]> = {};
  private readonly inputs: number[] = [];
  private readonly revenues: Node[] = [];
  private readonly costs: Node[] = [];
  private count = 0;
  private clock!: { readonly t: Node; readonly yearend: Node; readonly building: Node };

  model(size: number, periods: number): BenchModel {
    this.clock = {
      t: this.series(
        "t",
        Array.from({ length: periods }, (_, i) => String(i + 1)),
      ),
      yearend: this.series(
        "yearend",
        Array.from({ length: periods }, (_, i) => (i % 12 === 11 ? "1" : "0")),
      ),
      building: this.series(
        "building",
        Array.from({ length: periods }, (_, i) => (i >= 6 && i < 42 ? "1" : "0")),
      ),
    };
    while (this.w.next < size * 0.6) {
      this.product();
      this.cost();
    }
    const output = this.financing(size);
    const graph = this.w.graph();
    return { graph, bindings: bind(graph, periods, this.values), inputs: this.inputs, output };
  }

  private series(id: string, values: string[]): Node {
    this.values[id] = values;
    return this.w.input(id, "period", "1");
  }

  private input(id: string, low: number, high: number): Node {
    this.values[id] = (low + (high - low) * this.random()).toFixed(6);
    const node = this.w.input(id);
    this.inputs.push(lineOf(node));
    return node;
  }

  private product(): void {
    const i = this.count++;
    const { t } = this.clock;
    const area = this.input(`area${i}`, 500, 20000);
    const price = this.input(`price${i}`, 8000, 30000);
    const growth = this.input(`growth${i}`, 0, 0.004);
    const start = this.input(`start${i}`, 10, 40);
    const speed = this.input(`speed${i}`, 0.01, 0.08);
    const grown: Node = { op: "pow", args: [plus(num(1), growth), minus(t, num(1))] };
    const current = this.w.period(`current${i}`, times(price, grown));
    const left = this.w.next + 1;
    const sold = this.w.period(`sold${i}`, {
      op: "if",
      args: [above(t, start), least(times(area, speed), { op: "prev", args: [], line: left }), num(0)],
    });
    this.w.period(`left${i}`, minus({ op: "prev", args: [], line: left }, sold), area);
    const contract = this.w.period(`contract${i}`, times(sold, current));
    const curve = ["0.3", "0.5", "0.1", "0.05", "0.05"].map(num);
    const received = this.w.period(`received${i}`, {
      op: "convolve",
      args: [],
      line: lineOf(contract),
      lists: [curve],
    });
    const vat = this.w.period(`vat${i}`, times(over(received, num("1.09")), num("0.09")));
    this.revenues.push(this.w.period(`net${i}`, minus(received, vat)));
  }

  private cost(): void {
    const i = this.count++;
    const { building, t } = this.clock;
    const amount = this.input(`amount${i}`, 1e6, 9e7);
    const months = this.input(`months${i}`, 12, 36);
    const rate = this.input(`rate${i}`, 0.01, 0.09);
    const share = this.w.period(`share${i}`, times(building, over(amount, months)));
    const paid = this.w.period(`paid${i}`, { op: "lag", args: [num(2)], line: lineOf(share) });
    const kept = this.w.period(`kept${i}`, times(paid, rate));
    const balance = this.w.next;
    this.w.period(`kept_sum${i}`, plus({ op: "prev", args: [], line: balance }, kept));
    const released: Node = {
      op: "if",
      args: [above(t, num(60)), times(num("0.02"), { op: "prev", args: [], line: balance }), num(0)],
    };
    this.costs.push(this.w.period(`cost${i}`, plus(minus(paid, kept), released)));
  }

  /** Loans, cash and tax depend on one another across periods: one recursive block. */
  private financing(size: number): number {
    const revenue = this.w.period("revenue", plus(...this.revenues));
    const spent = this.w.period("spent", plus(...this.costs));
    const flow = this.w.period("flow", minus(revenue, spent));
    const need = this.w.scalar("need", { op: "total", args: [], line: lineOf(spent) });
    // Eight loans of six lines, then interest, profit, tax, debt flow, flow before cash, and the opening balance.
    const cashLine = this.w.next + 8 * 6 + 6;
    const interests: Node[] = [];
    const repayments: Node[] = [];
    const draws: Node[] = [];
    for (let k = 0; k < 8; k++) {
      const limit = this.input(`limit${k}`, 1e7, 2e8);
      const rate = this.input(`loan_rate${k}`, 0.03, 0.06);
      const debt = this.w.next + 2;
      draws.push(
        this.w.period(`draw${k}`, {
          op: "if",
          args: [
            {
              op: "cmp",
              args: [{ op: "prev", args: [], line: cashLine }, times(need, num("0.05"))],
              rel: "<",
              absTol: 0.005,
            },
            most(minus(limit, { op: "prev", args: [], line: debt }), num(0)),
            num(0),
          ],
        }),
      );
      repayments.push(
        this.w.period(
          `repay${k}`,
          least(
            { op: "prev", args: [], line: debt },
            most(times({ op: "prev", args: [], line: cashLine }, num("0.1")), num(0)),
          ),
        ),
      );
      this.w.period(
        `debt${k}`,
        minus(plus({ op: "prev", args: [], line: debt }, draws[k] as Node), repayments[k] as Node),
      );
      interests.push(this.w.period(`interest${k}`, over(times({ op: "prev", args: [], line: debt }, rate), num(12))));
    }
    return this.cash(size, cashLine, { flow, interests, repayments, draws });
  }

  private cash(
    size: number,
    cashLine: number,
    loans: { readonly flow: Node; readonly interests: Node[]; readonly repayments: Node[]; readonly draws: Node[] },
  ): number {
    const { yearend } = this.clock;
    const interest = this.w.period("interest", plus(...loans.interests));
    const profitLine = this.w.next;
    this.w.period(
      "profit_ytd",
      plus({ op: "if", args: [yearend, num(0), { op: "prev", args: [], line: profitLine }] }, loans.flow, {
        op: "neg",
        args: [interest],
      }),
    );
    const tax = this.w.period("tax", {
      op: "if",
      args: [yearend, most(times({ op: "line", args: [], line: profitLine }, num("0.25")), num(0)), num(0)],
    });
    const debtFlow = this.w.period("debt_flow", minus(plus(...loans.draws), plus(...loans.repayments)));
    const before = this.w.period("before", minus(plus(loans.flow, debtFlow), plus(interest, tax)));
    const cash = this.w.period(
      "cash",
      plus({ op: "prev", args: [], line: cashLine }, before),
      this.input("opening", 1e7, 1e8),
    );
    if (lineOf(cash) !== cashLine) throw new Error("the loans read another line for the cash");
    while (this.w.next < size - 1) this.report(before, cash);
    return lineOf(this.w.scalar("result", { op: "total", args: [], line: lineOf(before) }));
  }

  /** Lines of statements: running sums, shares, floors. */
  private report(before: Node, cash: Node): void {
    const i = this.w.next;
    const running = this.w.next;
    this.w.period(`running${i}`, plus({ op: "prev", args: [], line: running }, times(before, num(((i % 7) + 1) / 10))));
    this.w.period(`shown${i}`, most(minus({ op: "line", args: [], line: running }, cash), num(0)));
    const ratio: Node = {
      op: "if",
      args: [{ op: "cmp", args: [cash, num(0)], rel: "==", absTol: 0.005 }, num(0), over(before, cash)],
    };
    this.w.period(`ratio${i}`, ratio);
  }
}
