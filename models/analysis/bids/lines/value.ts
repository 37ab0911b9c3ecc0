import type { Text } from "../../../wording/text.ts";
import { named, text } from "../../../wording/text.ts";
import { type BidContext, bidOwner } from "./bid.ts";
import { formula, type Owner, type Piece } from "./piece.ts";

interface Step {
  readonly name: string;
  readonly label: Text;
  /** The flow to the owner after this step, of the one before it. */
  readonly flow: (before: string, id: string) => string;
}

const WITHIN = "tender.within";

/** 归一化: from what the bid says of itself to what it is worth to the owner; each step is what it changes. */
export const STEPS: readonly Step[] = [
  { name: "headline", label: text("报价所列金额", "amounts the bid states"), flow: (_, id) => `${id}.stated` },
  { name: "vat", label: text("换算为同一增值税口径", "put on one VAT basis"), flow: (_, id) => `${id}.on_vat` },
  { name: "price", label: text("换算为同一价格口径", "put at one price level"), flow: (_, id) => `${id}.on_basis` },
  { name: "term", label: text("限于参考年限", "kept to the reference term"), flow: (before) => `${WITHIN} * ${before}` },
  { name: "share", label: text("按同一基准收入计分成", "share of one reference revenue"), flow: (before, id) => `${before} + (${WITHIN} > 0 ? ${id}.shares : 0 CNY)` },
  { name: "limit", label: text("超限额补贴不计", "subsidy above its limit left out"), flow: (before, id) => `${before} + ${WITHIN} * (${id}.subsidy - ${id}.subsidy.counted)` },
  { name: "evidence", label: text("无资金证明的投入不计", "capital without evidence left out"), flow: (before, id) => `${before} - ${WITHIN} * ${id}.capital.unproven` },
  { name: "borne", label: text("业主承担事项扣除", "obligations borne by the owner taken off"), flow: (before, id) => `${before} - ${WITHIN} * ${id}.borne` },
];

const TO_THE_FEN = text("各步净现值取到分,各步之和即为差额", "values after each step are rounded to the fen, so that the steps add up");

/** What a bid is worth to the owner, step by step, and what that is by year. */
export function valuePieces({ bid }: BidContext): readonly Piece[] {
  const owner = bidOwner(bid);
  const { id } = owner;
  const last = STEPS.at(-1)?.name ?? "";
  return [
    ...STEPS.flatMap(({ name, label, flow }, index): readonly Piece[] => {
      const before = STEPS[index - 1]?.name;
      const at = { ...owner, label: named(owner.label, label.zh, label.en) };
      return [
        formula(at, `flow.${name}`, text("对业主的净流量", "net flow to the owner"), "flow", flow(`${id}.flow.${before}`, id)),
        formula(at, `npv.${name}`, text("其后净现值", "net present value after it"), "scalar", `round(total(${id}.flow.${name} * tender.discount), 2)`, { convention: TO_THE_FEN }),
        formula(owner, `step.${name}`, label, "scalar", before === undefined ? `${id}.npv.${name}` : `${id}.npv.${name} - ${id}.npv.${before}`, {
          unit: "CNY",
        }),
      ];
    }),
    formula(owner, "npv", text("对业主净现值", "net present value to the owner"), "scalar", `${id}.npv.${last}`),
    formula(owner, "equivalent", text("折合年值", "yearly equivalent"), "scalar", `${id}.npv / tender.annuity`),
    formula(owner, "required_subsidy", text("折合每年所需补贴", "subsidy a year it amounts to"), "scalar", `0 CNY - ${id}.equivalent`, {
      convention: text("为负即每年净交业主", "negative: what the owner receives a year"),
    }),
    ...besidePieces(owner),
    ...ownTermPieces(owner),
  ];
}

/** What would have to be known beside the one figure: other revenue, the bid at its own word. */
function besidePieces(owner: Owner): readonly Piece[] {
  const { id } = owner;
  const moved = (name: "low" | "high", words: Text) =>
    formula(owner, `npv_${name}`, words, "scalar", `round(${id}.npv + total((${WITHIN} > 0 ? ${id}.shares.${name} - ${id}.shares : 0 CNY) * tender.discount), 2)`);
  return [
    moved("low", text("净现值(基准收入下调)", "net present value, reference revenue lowered")),
    moved("high", text("净现值(基准收入上调)", "net present value, reference revenue raised")),
    formula(owner, "npv_as_asked", text("净现值(按其申请的补贴)", "net present value at the subsidy it asks for"), "scalar", `${id}.npv - ${id}.step.limit`),
    formula(owner, "npv_as_promised", text("净现值(计入无证明的投入)", "net present value with capital that is not proven"), "scalar", `${id}.npv - ${id}.step.evidence`),
    formula(
      owner,
      "npv_claimed",
      text("净现值(按投标人自报收入计分成)", "net present value with the share of what the bidder expects"),
      "scalar",
      `round(${id}.npv + total((${WITHIN} > 0 ? ${id}.shares.claimed - ${id}.shares : 0 CNY) * tender.discount), 2)`,
    ),
  ];
}

/** A longer or shorter term, by its own annual equivalent. */
function ownTermPieces(owner: Owner): readonly Piece[] {
  const { id } = owner;
  return [
    formula(
      owner,
      "own_term.net",
      text("对业主净流量(自身合同期)", "net flow to the owner, its own term"),
      "flow",
      `(t <= ${id}.term + 1 ? ${id}.on_basis + ${id}.subsidy - ${id}.subsidy.counted - ${id}.capital.unproven : 0 CNY) + ${id}.shares - (${id}.on > 0 ? ${id}.borne : 0 CNY)`,
    ),
    formula(owner, "own_term.npv", text("净现值(自身合同期)", "net present value over its own term"), "scalar", `round(total(${id}.own_term.net * tender.discount), 2)`),
    formula(owner, "own_term.equivalent", text("折合年值(自身合同期)", "yearly equivalent over its own term"), "scalar", `${id}.own_term.npv / total(${id}.on * tender.discount)`, {
      unit: "CNY",
    }),
  ];
}

/** What sets one bid apart from another, step by step, and from self-operation. */
export function differencePieces({ bid }: BidContext, against: string, hasSelf: boolean): readonly Piece[] {
  const owner = bidOwner(bid);
  const { id } = owner;
  const less = (name: string) => `${id}.${name} - bid.${against}.${name}`;
  return [
    ...STEPS.map(({ name, label }) => formula(owner, `against.${name}`, text(`差额:${label.zh}`, `difference: ${label.en}`), "scalar", less(`step.${name}`))),
    formula(owner, "against", text("净现值差额", "difference of net present value"), "scalar", less("npv")),
    ...(hasSelf ? [formula(owner, "against_self", text("优于自营", "better than self-operation"), "scalar", `${id}.npv - self.npv`)] : []),
  ];
}
