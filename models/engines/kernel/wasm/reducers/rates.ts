import type { ModuleWriter } from "../module.ts";
import {
  abs,
  add,
  answer,
  asLongAs,
  both,
  call,
  div,
  does,
  forEach,
  hasValue,
  int,
  load,
  mul,
  num,
  type Part,
  select,
  store,
  sub,
  type Variable,
  when,
  whole,
} from "../routine.ts";
import { ABREAST } from "./polynomial.ts";
import { addRootsBetween, element, isAbove } from "./roots.ts";
import { Reducing } from "./steps.ts";
import { addOneRootAtMost } from "./sums.ts";

const NUMBER_BYTES = 8;
/** Flows that change their sign more often are left to the host. */
const CHANGES_MAX = 14;
/** A list of roots or cuts, with room to spare. */
const LIST_BYTES = (CHANGES_MAX + 2) * NUMBER_BYTES;
/** Stands for an answer that has to be searched for more thoroughly. */
export const UNDECIDED = Number.POSITIVE_INFINITY;

const levelBytes = (periods: number): number => 2 * NUMBER_BYTES * Math.ceil((periods + ABREAST) / 2);

/** Room to work in for so many amounts. */
export function rateWorkBytes(periods: number): number {
  return 4 * LIST_BYTES + (CHANGES_MAX + 1) * levelBytes(periods);
}

/**
 * The internal rate of return by the search of `quickRates`. NaN where there is none or there are several, `UNDECIDED` where that search
 * could be wrong.
 */
export function addRate(module: ModuleWriter, work: number, periods: number): number {
  const [sample, cuts, roots, next, levels] = [0, 1, 2, 3, 4].map((i) => int(work + i * LIST_BYTES)) as [
    ...[Part, Part, Part, Part, Part],
  ];
  const rootsBetween = addRootsBetween(module, { sample, roots, next });
  const r = new Reducing();
  const oneAtMost = addOneRootAtMost(module);
  const [n, last, changes, depth, level, found] = r.locals(6, "i32") as [
    ...[Variable, Variable, Variable, Variable, Variable, Variable],
  ];
  const size = levelBytes(periods);
  const { i } = r;
  const pad = forEach(i, int(ABREAST), store("f64", element(element(level.get, n.get), i.get), num(0)));
  const flow = load("f64", element(level.get, i.get));
  const distance = sub(does("f64.convert_i32_s", i.get), load("f64", element(cuts, depth.get)));
  const turn = store("f64", element(whole(level.get, int(size)), i.get), mul(flow, distance));
  const theOne = select(
    does("i32.eq", found.get, int(1)),
    sub(div(num(1), load("f64", roots)), num(1)),
    num(Number.NaN),
  );
  const search = (known: Part): readonly Part[] => [
    found.set(call(rootsBetween, level.get, n.get, known)),
    when(does("i32.lt_s", found.get, int(0)), [answer(num(UNDECIDED))]),
  ];
  const isSimple = both(
    call(oneAtMost, levels, n.get, int(NUMBER_BYTES)),
    call(oneAtMost, element(levels, whole(n.get, int(-1))), n.get, int(-NUMBER_BYTES)),
  );
  return r.add(
    module,
    ...copyFlows(r, { levels, n, last }),
    level.set(levels),
    pad,
    when(isSimple, [store("f64", roots, num(1)), ...search(int(1)), answer(theOne)]),
    ...findChanges(r, { levels, cuts, n, last, changes }),
    forEach(depth, changes.get, forEach(i, n.get, turn), level.set(whole(level.get, int(size))), pad),
    // The last level has no roots; those of each are the turning points of the one before.
    asLongAs(does("i32.gt_s", level.get, levels), level.set(whole(level.get, int(-size))), ...search(found.get)),
    theOne,
  );
}

/** The flows from the first that is not 0 to the last. */
function copyFlows(r: Reducing, { levels, n, last }: Omit<Changes, "cuts" | "changes">): readonly Part[] {
  const [x, sum] = r.locals(2) as [Variable, Variable];
  return [
    r.forward(
      x.set(r.at(0)),
      sum.set(add(sum.get, x.get)),
      x.set(select(does("f64.le", abs(x.get), r.tolerance.get), num(0), x.get)),
      when(does("i32.or", n.get, does("f64.ne", x.get, num(0))), [
        store("f64", element(levels, n.get), x.get),
        n.set(whole(n.get, int(1))),
        when(does("f64.ne", x.get, num(0)), [last.set(n.get)]),
      ]),
    ),
    n.set(last.get),
    when(does("i32.or", does("i32.eq", hasValue(sum), int(0)), does("i32.eq", n.get, int(0))), [
      answer(num(Number.NaN)),
    ]),
  ];
}

interface Changes {
  readonly levels: Part;
  readonly cuts: Part;
  readonly n: Variable;
  readonly last: Variable;
  readonly changes: Variable;
}

/** Halfway between the two times of every change of sign; without one there is no rate. */
function findChanges({ i }: Reducing, { levels, cuts, n, last, changes }: Changes): readonly Part[] {
  const at = (place: Variable): Part => load("f64", element(levels, place.get));
  const changed = when(does("i32.ne", isAbove(at(i)), isAbove(at(last))), [
    when(does("i32.ge_s", changes.get, int(CHANGES_MAX)), [answer(num(UNDECIDED))]),
    store("f64", element(cuts, changes.get), div(does("f64.convert_i32_s", whole(last.get, i.get)), num(2))),
    changes.set(whole(changes.get, int(1))),
  ]);
  return [
    last.set(int(0)),
    forEach(i, n.get, when(does("f64.ne", at(i), num(0)), [changed, last.set(i.get)])),
    when(does("i32.eq", changes.get, int(0)), [answer(num(Number.NaN))]),
  ];
}
