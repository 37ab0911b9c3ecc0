import { mechanisms } from "../../models/mechanisms/index.ts";
import type { RecordInput } from "../../models/terms/inputs.ts";

/** Of 300 owners two thirds take part, of these three quarters agree: just enough for a major item. */
export const ENOUGH = {
  totalArea: "30000",
  totalOwners: "300",
  partArea: "20000",
  partOwners: "200",
  yesArea: "15000",
  yesOwners: "150",
};

/** What a record of a kind must say to hold. */
const HOLDING: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  vote: ENOUGH,
  acceptance: { passed: true },
  approval: { asCapital: true, amount: "1000000000000" },
  budget_approval: { amount: "1000000000000" },
  title: { registered: true },
  asset_transfer: { titleClear: true, stateAssetProcedure: true },
};

/** A record of a kind that holds from its date on. */
export const paper = (kind: string, id: string, date: string) => ({
  id,
  label: id,
  kind,
  date,
  values: HOLDING[kind] ?? {},
});

const recordInputs: readonly RecordInput[] = [...mechanisms.values()].flatMap(({ inputs }) =>
  Object.values(inputs)
    .flatMap((spec) => (spec.type === "table" ? Object.values(spec.columns) : [spec]))
    .flatMap((spec) => (spec.type === "record" ? [spec] : [])),
);

/** The kinds of records mechanisms ask for. */
export const PAPER_KINDS: readonly string[] = [...new Set(recordInputs.flatMap(({ kinds = ["approval"] }) => kinds))];

/** The kind a record input takes first. */
export const kindFor = ({ kinds = ["approval"] }: RecordInput): string => kinds[0] ?? "approval";
