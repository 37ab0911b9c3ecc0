import { SUMS } from "../../../../finance/roots/quick.ts";
import type { ModuleWriter } from "../module.ts";
import {
  abs,
  add,
  answer,
  does,
  forEach,
  int,
  load,
  mul,
  num,
  type Part,
  Routine,
  type Variable,
  when,
  whole,
} from "../routine.ts";

/** Amounts added up so far, so many times. */
interface Order {
  readonly sum: Variable;
  readonly error: Variable;
  readonly last: Variable;
  readonly changes: Variable;
  readonly unsure: Variable;
}

/** `hasOneRootAtMost` of `quickRates`: of amounts from an address on, their number, and the step from one to the next. */
export function addOneRootAtMost(module: ModuleWriter): number {
  const r = new Routine(3);
  const [at, count, step] = r.parameters as [Variable, Variable, Variable];
  const [i, changes] = r.locals("i32", 2) as [Variable, Variable];
  const amount = r.local("f64");
  const orders = Array.from({ length: SUMS }, (): Order => {
    const [sum, error, last] = r.locals("f64", 3) as [Variable, Variable, Variable];
    const [own, unsure] = r.locals("i32", 2) as [Variable, Variable];
    return { sum, error, last, changes: own, unsure };
  });
  const body = r.write(
    forEach(
      i,
      count.get,
      amount.set(load("f64", at.get)),
      at.set(whole(at.get, step.get)),
      ...orders.flatMap((order, k) => addUp(order, orders[k - 1] ?? { sum: amount })),
    ),
    ...orders.flatMap((order, k) => settle(order, orders[k - 1], changes)),
    int(0),
  );
  return module.add({ parameters: ["i32", "i32", "i32"], results: ["i32"] }, body);
}

const opposite = (a: Variable, b: Variable): Part => does("f64.lt", mul(a.get, b.get), num(0));
const mayBeNothing = ({ sum, error }: Order): Part => does("f64.le", abs(sum.get), error.get);

function addUp(order: Order, added: Pick<Order, "sum"> & Partial<Order>): readonly Part[] {
  const { sum, error, last, changes, unsure } = order;
  const rounding = mul(num(Number.EPSILON), abs(sum.get));
  const sign = does("f64.copysign", num(1), sum.get);
  return [
    sum.set(add(sum.get, added.sum.get)),
    error.set(added.error === undefined ? add(error.get, rounding) : add(error.get, add(added.error.get, rounding))),
    unsure.set(does("i32.or", unsure.get, mayBeNothing(order))),
    changes.set(whole(changes.get, opposite(sum, last))),
    last.set(sign),
  ];
}

/** Answers yes if a change of sign at most is left, those of the sums behind the last amount included. */
function settle(order: Order, before: Order | undefined, tail: Variable): readonly Part[] {
  const few = does("i32.le_u", whole(order.changes.get, tail.get), int(1));
  return [
    when(mayBeNothing(order), [answer(int(0))]),
    ...(before === undefined ? [] : [tail.set(whole(tail.get, opposite(order.sum, before.last)))]),
    when(does("i32.gt_s", few, order.unsure.get), [answer(int(1))]),
  ];
}
