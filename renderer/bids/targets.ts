import type { BidGroupView, BidsView, FieldView, TextView } from "../../app/contract.ts";
import { unitOf } from "./unitOf.ts";

/** What a term of a bid may be asked to meet. */
export interface BidTarget {
  /** Line of the comparison. */
  readonly cell: string;
  readonly label: TextView;
  /** How the value to reach is typed; absent of what is only kept or not. */
  readonly field?: FieldView;
  /** What it comes to now. */
  readonly value: string | null;
}

/** What the bidder looks at first, then what the owner does. */
const ORDER: readonly BidGroupView["id"][] = ["own", "value", "against"];

/** Figures of a bid and what the notice asks of it, in groups; a term that is not the one asked for cannot be met by a price. */
export function targetsOf(view: BidsView, id: string) {
  const at = view.bids.findIndex((bid) => bid.id === id);
  const figures = ORDER.map((name) => ({
    name,
    targets: (view.groups.find((group) => group.id === name)?.rows ?? []).flatMap((row): readonly BidTarget[] => {
      const { cell, value } = row.cells[at] ?? { value: null };
      const field = { name: "target", type: "number", label: row.label, optional: true } as const;
      return cell === undefined ? [] : [{ cell, label: row.label, value, field: { ...field, unit: unitOf(row) } }];
    }),
  }));
  const kept = (view.bids[at]?.compliance ?? [])
    .filter(({ cell }) => !cell.endsWith(".room.term"))
    .map(({ cell, label, value }): BidTarget => ({ cell, label, value }));
  return [...figures, { name: "compliance" as const, targets: kept }].filter(({ targets }) => targets.length > 0);
}
