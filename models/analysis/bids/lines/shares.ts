import { TOTAL } from "../../../document/tender/check.ts";
import { named, type Text, text } from "../../../wording/text.ts";
import { input } from "../../inputLine.ts";
import type { BidContext } from "./bid.ts";
import { added, formula, type Owner, type Piece } from "./piece.ts";

interface Variant {
  readonly name: string;
  readonly label: Text;
  /** The revenue of a line, or of all together, that the share is reckoned on. */
  readonly on: (line: string) => string;
}

const reference = (line: string): string => (line === TOTAL ? "tender.ref_total" : `tender.ref.${line}`);

/** On the owner's forecast; on the same lowered and raised; on what the bidder itself expects. */
const variants = (owner: Owner): readonly Variant[] => [
  { name: "", label: text("收入分成(基准收入)", "share of the reference revenue"), on: reference },
  { name: "low", label: text("收入分成(基准收入下调)", "share, reference revenue lowered"), on: (line) => `${reference(line)} * (1 - tender.sensitivity)` },
  { name: "high", label: text("收入分成(基准收入上调)", "share, reference revenue raised"), on: (line) => `${reference(line)} * (1 + tender.sensitivity)` },
  {
    name: "claimed",
    label: text("收入分成(投标人自报收入)", "share of what the bidder expects"),
    on: (line) => (line === TOTAL ? `${owner.id}.own.revenue` : `${owner.id}.own.revenue.of.${line}`),
  },
];

/** 收入分成: by line of the notice or of all together, above a threshold, within cap and floor. */
export function sharePieces({ bid }: BidContext, owner: Owner): readonly Piece[] {
  const part = (value: string | undefined, name: string, zh: string, en: string, row: string): readonly Piece[] =>
    value === undefined
      ? []
      : [
          input(`${owner.id}.share.${row}.${name}`, named(owner.label, `${zh} ${row}`, `${en} ${row}`), `${owner.path}/shares/${row}/${name}`, value, {
            unit: name === "rate" ? "1" : "CNY",
          }),
        ];
  const whole = (value: string | undefined, name: string, field: string, zh: string, en: string): readonly Piece[] =>
    value === undefined ? [] : [input(`${owner.id}.${name}`, named(owner.label, zh, en), `${owner.path}/${field}`, value)];
  return [
    ...bid.shares.flatMap(({ id, rate, threshold, cap, floor }) => [
      ...part(rate, "rate", "分成比例", "share", id),
      ...part(threshold, "threshold", "起分点", "threshold", id),
      ...part(cap, "cap", "分成上限", "cap", id),
      ...part(floor, "floor", "分成保底", "floor", id),
    ]),
    ...whole(bid.sharesCap, "shares_cap", "sharesCap", "分成合计上限", "cap of all shares"),
    ...whole(bid.sharesFloor, "shares_floor", "sharesFloor", "分成合计保底", "floor of all shares"),
    ...variants(owner).flatMap((variant) => variantPieces(bid, owner, variant)),
  ];
}

function variantPieces({ shares, sharesCap, sharesFloor }: BidContext["bid"], owner: Owner, { name, label, on }: Variant): readonly Piece[] {
  const tail = name === "" ? "" : `.${name}`;
  const rows = shares.map(({ id, of, threshold, cap, floor }) => {
    const at = `${owner.id}.share.${id}`;
    const above = threshold === undefined ? on(of) : `max(0 CNY, ${on(of)} - ${at}.threshold)`;
    const formulaText = bounded(`${at}.rate * ${above}`, cap === undefined ? undefined : `${at}.cap`, floor === undefined ? undefined : `${at}.floor`);
    const words = text(`${label.zh} ${id}`, `${label.en} ${id}`);
    return formula(owner, `share.${id}.paid${tail}`, words, "flow", `${owner.id}.on > 0 ? ${formulaText} : 0 CNY`);
  });
  const sum = added(rows.map(({ id }) => id));
  const [cap, floor] = [sharesCap === undefined ? undefined : `${owner.id}.shares_cap`, sharesFloor === undefined ? undefined : `${owner.id}.shares_floor`];
  return [
    ...rows,
    formula(owner, `shares${tail}`, label, "flow", `${owner.id}.on > 0 ? ${bounded(sum, cap, floor)} : 0 CNY`, {
      convention: text("起分点、上限与保底按招标口径读取", "thresholds, caps and floors are read on the basis of the notice"),
    }),
  ];
}

function bounded(value: string, cap: string | undefined, floor: string | undefined): string {
  const below = cap === undefined ? value : `min(${cap}, ${value})`;
  return floor === undefined ? below : `max(${floor}, ${below})`;
}
