/** What a set of players is worth together; undefined where that has no value. */
export type Game = (chosen: readonly boolean[]) => number | undefined;

/** Players who count as one. */
export type Block = readonly number[];

export interface Sharing {
  /** Each with its share; players that have a value only together have become one. */
  readonly blocks: readonly { readonly members: Block; readonly share: number; readonly moves: boolean }[];
  /** Pairs of orders that were drawn, and the standard error of each share; absent where every combination was computed. */
  readonly sampled?: { readonly pairs: number; readonly errors: readonly number[] };
}

export interface SharingOptions {
  /** Number of players of the game; those in no block take no part. */
  readonly players: number;
  /** The last ones change most rarely from one combination to the next. */
  readonly blocks: readonly Block[];
  /** Up to so many blocks every combination is computed. */
  readonly exactMax: number;
  /** About so many combinations are computed otherwise. */
  readonly draws: number;
  /** Whether two values are the same but for rounding. */
  readonly same: (a: number, b: number) => boolean;
}

/**
 * Shapley values: the mean, over all orders in which the players could come in, of what each adds as it comes. They add up to what all are worth together, and
 * know no order. Where a combination has no value, the players it tears apart become one, and the game is played anew.
 */
export function shapleyValues(game: Game, options: SharingOptions): Sharing {
  const { players, same } = options;
  let { blocks } = options;
  for (;;) {
    const worth = (chosen: readonly boolean[]) => game(membersOf(chosen, blocks, players));
    const isExact = blocks.length <= options.exactMax;
    const found = isExact ? exact(worth, blocks.length, same) : drawn(worth, blocks.length, options);
    if ("torn" in found) {
      blocks = joined(blocks, found.torn);
      continue;
    }
    const own = blocks.map((members, index) => ({
      members,
      share: found.moves[index] === true ? (found.shares[index] ?? 0) : 0,
      moves: found.moves[index] === true,
    }));
    return found.sampled === undefined ? { blocks: own } : { blocks: own, sampled: found.sampled };
  }
}

type Torn = { readonly torn: readonly (readonly boolean[])[] };
type Shares = {
  readonly shares: readonly number[];
  readonly moves: readonly boolean[];
  readonly sampled?: { readonly pairs: number; readonly errors: readonly number[] };
};
type Played = Torn | Shares;
type Same = SharingOptions["same"];

function membersOf(chosen: readonly boolean[], blocks: readonly Block[], players: number): readonly boolean[] {
  const all = new Array<boolean>(players).fill(false);
  for (const [index, members] of blocks.entries())
    if (chosen[index] === true) for (const member of members) all[member] = true;
  return all;
}

function exact(worth: Game, n: number, same: Same): Played {
  const values = new Float64Array(2 ** n);
  const torn: (readonly boolean[])[] = [];
  for (let step = 0; step < values.length; step++) {
    // Gray code: from one combination to the next one player comes or goes, the last ones most rarely.
    const mask = step ^ (step >> 1);
    const chosen = Array.from({ length: n }, (_, index) => (mask & (1 << index)) !== 0);
    const value = worth(chosen);
    if (value === undefined) torn.push(chosen);
    values[mask] = value ?? Number.NaN;
  }
  if (torn.length > 0) return { torn };
  const weights = weightsOf(n);
  const shares = new Array<number>(n).fill(0);
  const moves = new Array<boolean>(n).fill(false);
  for (let mask = 0; mask < values.length; mask++) {
    const size = bitsOf(mask);
    for (let player = 0; player < n; player++) {
      if ((mask & (1 << player)) !== 0) continue;
      const [without, withIt] = [values[mask] as number, values[mask | (1 << player)] as number];
      shares[player] = (shares[player] as number) + (weights[size] as number) * (withIt - without);
      moves[player] ||= !same(without, withIt);
    }
  }
  return { shares, moves };
}

/** s! (n − s − 1)! ÷ n!: how often, of all orders, just these s come before a player. */
function weightsOf(n: number): readonly number[] {
  const weights = [1 / n];
  for (let size = 1; size < n; size++) weights.push(((weights[size - 1] as number) * size) / (n - size));
  return weights;
}

function bitsOf(mask: number): number {
  let [rest, bits] = [mask, 0];
  for (; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

/** Fewer pairs of orders say nothing about their spread. */
const PAIRS_MIN = 8;

/** Orders drawn in pairs, each with its reverse: what one order gives a player early the other gives late. */
function drawn(worth: Game, n: number, { draws, same }: SharingOptions): Played {
  const random = randomNumbers();
  const [sums, squares] = [new Array<number>(n).fill(0), new Array<number>(n).fill(0)];
  const moves = new Array<boolean>(n).fill(false);
  const torn: (readonly boolean[])[] = [];
  const pairsMax = Math.max(PAIRS_MIN, Math.floor(draws / (2 * n)));
  let [pairs, errors] = [0, new Array<number>(n).fill(0)];
  while (pairs < pairsMax) {
    const order = shuffled(n, random);
    const both = [order, order.toReversed()].map((one) => addedIn(one, worth, moves, same, torn));
    pairs++;
    for (let player = 0; player < n; player++) {
      const mean = ((both[0]?.[player] ?? 0) + (both[1]?.[player] ?? 0)) / 2;
      sums[player] = (sums[player] as number) + mean;
      squares[player] = (squares[player] as number) + mean * mean;
    }
    if (torn.length > 0 && pairs >= PAIRS_MIN) return { torn };
    const count = pairs;
    errors = sums.map((sum, player) => {
      const mean = sum / count;
      return Math.sqrt(Math.max(0, (squares[player] as number) / count - mean * mean) / Math.max(1, count - 1));
    });
    if (
      pairs >= PAIRS_MIN &&
      errors.every((error, player) => same((sums[player] as number) / count, (sums[player] as number) / count + error))
    )
      break;
  }
  return { shares: sums.map((sum) => sum / pairs), moves, sampled: { pairs, errors } };
}

function addedIn(
  order: readonly number[],
  worth: Game,
  moves: boolean[],
  same: Same,
  torn: (readonly boolean[])[],
): readonly number[] {
  const chosen = new Array<boolean>(order.length).fill(false);
  const added = new Array<number>(order.length).fill(0);
  let before = worth(chosen);
  for (const player of order) {
    chosen[player] = true;
    const after = worth(chosen);
    if (after === undefined) torn.push([...chosen]);
    else if (before !== undefined) {
      added[player] = after - before;
      moves[player] ||= !same(before, after);
    }
    before = after;
  }
  return added;
}

/** The blocks that most of the combinations without a value tear apart become one, until each of those is torn no more. */
function joined(blocks: readonly Block[], torn: readonly (readonly boolean[])[]): readonly Block[] {
  const group = blocks.map((_, index) => index);
  let left = torn;
  while (left.length > 0) {
    const pairs = blocks.flatMap((_, one) =>
      blocks.flatMap((_other, other) => {
        if (other <= one || group[one] === group[other]) return [];
        return [{ one, other, count: left.filter((chosen) => chosen[one] !== chosen[other]).length }];
      }),
    );
    const most = Math.max(...pairs.map(({ count }) => count));
    // All that are torn apart equally often, so that no order decides.
    for (const { one, other, count } of pairs) {
      if (count < most) continue;
      const [keep, lose] = [group[one], group[other]];
      for (const [index, own] of group.entries()) if (own === lose) group[index] = keep as number;
    }
    left = left.filter((chosen) => chosen.every((is, index) => is === chosen[group[index] as number]));
  }
  return [...new Set(group)].map((id) => blocks.flatMap((members, index) => (group[index] === id ? members : [])));
}

function shuffled(n: number, random: () => number): readonly number[] {
  const order = Array.from({ length: n }, (_, index) => index);
  for (let last = n - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  return order;
}

/** The same draws each time (xorshift): a bridge asked for again says the same. */
function randomNumbers(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
