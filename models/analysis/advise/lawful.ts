import type { Solver } from "../solver/solver.ts";
import type { Field, Point } from "./field.ts";
import { type Goal, meritOf } from "./goal.ts";
import type { Handle } from "./handle.ts";
import { type Objection, type Proof, type Proving, proofOf, writtenAt } from "./proof.ts";
import { bestPoint, type Hooks, movedAt } from "./search.ts";

/** A lever that may go no further because something would speak against the plan. */
export interface RuleLimit {
  readonly path: string;
  /** Furthest value tried at which nothing did. */
  readonly value: number;
  readonly objection: Objection;
}

interface End {
  readonly from: number;
  readonly to: number;
}

/** Plans that are refused until the search gives up. */
const REFUSED_MAX = 12;
/** Halvings with the book of record between values that are refused and those of today; and how many more where a plan goes as far as that. */
const HALVINGS = 2;
const FINER = 6;
/** Where the engines differ in the last digits, the target is asked for with so much of its scale to spare. */
const MARGIN = 1e-6;

/** Levers that were narrowed together: how far they may go on their way from today to the point that was refused. */
interface Narrowing {
  readonly levers: readonly number[];
  readonly point: Point;
  readonly objection: Objection;
  readonly good: number;
  readonly bad: number;
  readonly fine: boolean;
}

export interface Lawful {
  readonly point: Point;
  readonly proof: Proof;
}

/** Finds points that nobody can object to: whatever is refused narrows the lever that brought it, for all later answers. */
export class LawfulSearch {
  readonly ends: End[];
  readonly limits: RuleLimit[] = [];
  readonly before: Proof;
  /** Objections that no single lever brought. */
  readonly stuck = new Map<string, Objection>();
  readonly #narrowings: Narrowing[] = [];
  readonly #solver: Solver;
  readonly #field: Field;
  readonly #proving: Proving;

  constructor(solver: Solver, field: Field, goal: Goal, proving: Proving) {
    this.#solver = solver;
    this.#field = field;
    this.ends = [...goal.ends];
    const before = proofOf(proving, proving.prepared.document, undefined);
    this.before = before;
    // What the book of record does not give as met today, nobody can keep.
    this.#proving = { ...proving, kept: proving.kept.filter((id) => before.met.has(id)) };
  }

  best(goal: Goal, hooks: Hooks): Lawful | undefined {
    let levels = goal.levels;
    let found: Lawful | undefined;
    for (let refused = 0; refused < REFUSED_MAX && !hooks.shouldStop(); refused += 1) {
      const point = bestPoint(this.#solver, this.#field, { ...goal, levels, ends: this.ends }, hooks);
      if (point === undefined) return found;
      const proof = this.prove(point);
      if (proof === undefined) {
        this.#unwritten(point);
        continue;
      }
      const [first] = proof.objections;
      if (first === undefined) {
        found = this.#better(goal, { point, proof }, found);
        // Where it goes as far as it may, it is looked more finely how far that is.
        if (this.#refined(point, hooks)) continue;
        return found;
      }
      if (proof.objections.some(({ key, kind }) => kind === "target" && this.stuck.has(key))) return found;
      if (first.kind === "target") levels = levels.map((level, j) => level + MARGIN * (goal.scales[j] as number));
      const others = proof.objections.filter(({ kind }) => kind !== "target");
      if (others.length === 0) this.stuck.set(first.key, first);
      else if (!this.#narrowed(point, others, hooks)) return found;
    }
    return found;
  }

  #better(goal: Goal, one: Lawful, other: Lawful | undefined): Lawful {
    const merit = ({ point }: Lawful): number => meritOf(goal, this.#field.handles, point, this.#field.at(point));
    return other === undefined || merit(one) <= merit(other) ? one : other;
  }

  get kept(): readonly string[] {
    return this.#proving.kept;
  }

  /** What the book of record makes of a point; undefined where the document cannot be written so. */
  prove(point: Point): Proof | undefined {
    const document = writtenAt(this.#proving, this.#field.handles, point);
    return document === undefined ? undefined : proofOf(this.#proving, document, this.before);
  }

  /** Narrows the lever without which an objection is gone, or all that bear on it together; false where there is none. */
  #narrowed(point: Point, objections: readonly Objection[], { shouldStop }: Hooks): boolean {
    const moved = movedAt(this.#field, point);
    for (const objection of objections) {
      const bearing: number[] = [];
      for (const i of moved) {
        if (shouldStop()) return false;
        const without = this.#toldAt(this.#back(point, [i], 0), objection);
        if (without === undefined) return this.#limitedTo([i], { point, objection });
        if (without !== objection.message.zh) bearing.push(i);
      }
      const isTheirs = bearing.length > 0 && this.#toldAt(this.#back(point, bearing, 0), objection) === undefined;
      if (isTheirs) return this.#limitedTo(bearing, { point, objection });
    }
    // It comes of being met at all: nothing that can be narrowed.
    for (const objection of objections) this.stuck.set(objection.key, objection);
    return false;
  }

  /** What a plan has against it of one objection, with its amounts; one to a verdict is told even where the verdict is not met. */
  #toldAt(at: Point, { key }: Objection): string | undefined {
    const proof = this.prove(at);
    const own = proof?.objections.find((one) => one.key === key)?.message;
    return (own ?? (this.before.noted.has(key) ? undefined : proof?.noted.get(key)))?.zh;
  }

  /** A point with some levers so far on their way from the values of today. */
  #back(point: Point, levers: readonly number[], share: number): Point {
    return point.map((x, i) => {
      const now = this.#field.now[i] as number;
      if (!levers.includes(i)) return x;
      const there = now + share * (x - now);
      return this.#field.handles[i]?.input.whole === true ? Math.round(there) : there;
    });
  }

  /** Levers may go no further on their way than where an objection they bring together was last not there. */
  #limitedTo(levers: readonly number[], refused: { readonly point: Point; readonly objection: Objection }): true {
    const { point } = refused;
    const [good, bad] = this.#halved({ ...refused, levers, good: 0, bad: 1 }, point, HALVINGS);
    this.#narrowings.push({ ...refused, levers, good, bad, fine: false });
    const least = this.#back(point, levers, good);
    for (const i of levers) this.#limit(i, least[i] as number, refused);
    return true;
  }

  /** Shares of the way at which an objection was last not there, and first was, with everything else as in a plan. */
  #halved(
    { levers, point, objection, ...ends }: Omit<Narrowing, "fine">,
    plan: Point,
    halvings: number,
  ): readonly [good: number, bad: number] {
    let { good, bad } = ends;
    for (let halving = 0; halving < halvings; halving += 1) {
      const middle = (good + bad) / 2;
      const way = this.#back(point, levers, middle);
      const at = plan.map((x, i) => (levers.includes(i) ? (way[i] as number) : x));
      if (this.#toldAt(at, objection) === undefined) good = middle;
      else bad = middle;
    }
    return [good, bad];
  }

  /** Looks once more closely at limits that a plan has reached; true where one of them lies further out. */
  #refined(plan: Point, { shouldStop }: Hooks): boolean {
    let isFurther = false;
    for (const [place, narrowing] of this.#narrowings.entries()) {
      const { levers, point, objection, good, fine } = narrowing;
      const least = this.#back(point, levers, good);
      if (fine || shouldStop() || !levers.some((i) => plan[i] === least[i])) continue;
      const [further, bad] = this.#halved(narrowing, plan, FINER);
      this.#narrowings[place] = { ...narrowing, good: further, bad, fine: true };
      if (further === good) continue;
      const most = this.#back(point, levers, further);
      for (const i of levers) this.#limit(i, most[i] as number, { point, objection });
      isFurther = true;
    }
    return isFurther;
  }

  /** No further than a value on the way it was moved; the other way stays open. */
  #limit(
    i: number,
    value: number,
    { point, objection }: { readonly point: Point; readonly objection: Objection },
  ): void {
    const { from, to } = this.ends[i] as End;
    const isUp = (point[i] as number) > (this.#field.now[i] as number);
    this.ends[i] = isUp ? { from, to: value } : { from: value, to };
    const { path } = (this.#field.handles[i] as Handle).input;
    const known = this.limits.findIndex((limit) => limit.path === path && limit.objection.key === objection.key);
    this.limits.splice(known < 0 ? this.limits.length : known, 1, { path, value, objection });
  }

  /** The document asks for something else with one of the changes: none of those that cannot be made alone is a lever. */
  #unwritten(point: Point): void {
    for (const i of movedAt(this.#field, point)) {
      const alone = this.#field.now.with(i, point[i] as number);
      if (writtenAt(this.#proving, this.#field.handles, alone) !== undefined) continue;
      const now = this.#field.now[i] as number;
      this.ends[i] = { from: now, to: now };
    }
  }
}
