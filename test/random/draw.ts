import fc, { type GeneratorValue } from "fast-check";

/** Single draws out of one fast-check value; every draw shrinks towards the plainest: no, the first, the lower end. */
export class Draw {
  readonly #value: GeneratorValue;

  constructor(value: GeneratorValue) {
    this.#value = value;
  }

  /** Whole number of [from, to]. */
  whole(from: number, to: number): number {
    return from + this.#value(fc.nat, to - from);
  }

  chance(percent: number): boolean {
    return this.whole(0, 99) >= 100 - percent;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.whole(0, list.length - 1)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  }

  /** A decimal literal of [from, to], on a grid of a thousand steps; even steps of ratio where the range spans orders of magnitude. */
  decimal(from: number, to: number): string {
    const part = this.whole(0, 1000) / 1000;
    const value = from > 0 && to > WIDE * from ? from * (to / from) ** part : from + (to - from) * part;
    const short = Number(value.toPrecision(6));
    return plain(Math.min(Math.max(short, from), to));
  }

  /** Shares that add to 1. */
  shares(count: number): readonly string[] {
    const weights = Array.from({ length: count }, () => this.whole(1, 9));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const thousandths = weights.map((weight) => Math.floor((weight * 1000) / sum));
    const rest = 1000 - thousandths.reduce((total, part) => total + part, 0);
    return thousandths.map((part, index) => plain((part + (index === 0 ? rest : 0)) / 1000));
  }
}

const WIDE = 20;

/** A number as a document writes it, without exponent. */
function plain(value: number): string {
  return value.toFixed(10).replace(/\.?0+$/, "");
}
