import { seeded } from "../../engines/random.ts";

/** Seeded draws. */
export class Draw {
  private readonly random: () => number;

  constructor(seed: number) {
    this.random = seeded(seed);
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  /** Whole number of [from, to]. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.random() * (to - from + 1));
  }

  /** Number of [from, to] with four significant digits, as a document writes it. */
  decimal(from: number, to: number): string {
    const value = Number((from + this.random() * (to - from)).toPrecision(4));
    return String(Math.min(Math.max(value, from), to));
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.whole(0, list.length - 1)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  }

  /** Positive shares in thousandths that add to one. */
  shares(count: number): number[] {
    const cuts = Array.from({ length: count - 1 }, () => this.whole(0, 1000)).sort((a, b) => a - b);
    return [...cuts, 1000].map((cut, index) => (cut - (cuts[index - 1] ?? 0)) / 1000);
  }
}
