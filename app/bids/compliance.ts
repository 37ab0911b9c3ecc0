import type { BidsView, ComplianceView, TextView } from "../contract.ts";

export interface ComplianceRow {
  /** The tail of its line. */
  readonly name: string;
  readonly label: TextView;
  readonly unit: string;
  /** A bid each, in their order; undefined where it is not asked of that one. */
  readonly cells: readonly (ComplianceView | undefined)[];
}

/** What each bid keeps, by what is asked. */
export function complianceRows({ bids }: Pick<BidsView, "bids">): readonly ComplianceRow[] {
  const tailOf = (bid: string, cell: string) => cell.slice(`bid.${bid}.`.length);
  const tails = [...new Set(bids.flatMap(({ id, compliance }) => compliance.map(({ cell }) => tailOf(id, cell))))];
  return tails.flatMap((name) => {
    const cells = bids.map(({ id, compliance }) => compliance.find(({ cell }) => cell === `bid.${id}.${name}`));
    const first = cells.find((one) => one !== undefined);
    return first === undefined ? [] : [{ name, label: first.label, unit: first.unit, cells }];
  });
}
