import { type Addition, handName, type Instruction } from "../ir.ts";
import type { Body } from "./body.ts";
import type { Target } from "./target.ts";

/** What the printer of a block offers to those who add to cells. */
export interface Printing {
  readonly body: Body;
  readonly target: Target;
  readonly lanes: 1 | 2;
  readonly slotBytes: number;
  /** Puts a value on the stack. */
  value(instruction: Instruction): void;
  /** Puts this period's place on the stack. */
  place(): Body;
  address(cell: number): number;
}

export function printAddition(addition: Addition, to: Printing): void {
  switch (addition.kind) {
    case "give":
      give(addition, to);
      return;
    case "scatter":
      scatter(addition, to);
      return;
    case "spread":
      spread(addition, to);
      return;
    case "hand":
      hand(addition, to);
  }
}

/** Adds to a cell; to a scalar one what both lanes have. */
function give({ cell, back, scalar, value }: Extract<Addition, { kind: "give" }>, to: Printing): void {
  const { body, lanes, slotBytes } = to;
  const address = to.address(cell) - back * slotBytes;
  const single = scalar || lanes === 1;
  for (let i = 0; i < 2; i++) {
    if (scalar) body.i32(0);
    else to.place();
  }
  body.memory(single ? "v128.load64_splat" : "v128.load", address);
  if (scalar) inBothLanes(value, to);
  else to.value(value);
  body.plain("f64x2.add");
  if (single) body.memory("v128.store64_lane", address, 0);
  else body.memory("v128.store", address);
}

/** Adds each lane to the slot it says, one after the other, for it may be the same. */
function scatter({ cell, slot, value }: Extract<Addition, { kind: "scatter" }>, to: Printing): void {
  const { body, lanes, slotBytes } = to;
  const [slots, added] = [body.local("v128"), body.local("v128")];
  to.value(slot);
  body.plain("i32x4.trunc_sat_f64x2_s_zero").set(slots);
  to.value(value);
  body.set(added);
  for (let lane = 0; lane < lanes; lane++) {
    for (let i = 0; i < 2; i++)
      body.get(slots).lane("i32x4.extract_lane", lane).i32(Math.log2(slotBytes)).plain("i32.shl");
    body.memory("v128.load64_splat", to.address(cell)).get(added).plain("f64x2.add");
    body.memory("v128.store64_lane", to.address(cell), lane);
  }
}

function spread({ cell, value }: Extract<Addition, { kind: "spread" }>, to: Printing): void {
  const { body, target, slotBytes } = to;
  const from = to.address(cell) + slotBytes;
  body.i32(from).i32(from + target.periods * slotBytes);
  inBothLanes(value, to);
  body.call(target.functionOf("spread"));
}

function hand({ callee, operands, value }: Extract<Addition, { kind: "hand" }>, to: Printing): void {
  for (const part of [value, ...operands]) {
    to.value(part);
    to.body.lane("f64x2.extract_lane", 0);
  }
  to.body.call(to.target.functionOf(handName(callee, operands.length)));
}

/** What counts of all lanes, added up, in both. */
function inBothLanes(value: Instruction, to: Printing): void {
  const { body, lanes } = to;
  const local = body.local("v128");
  to.value(value);
  body.set(local).get(local).lane("f64x2.extract_lane", 0);
  if (lanes === 2) body.get(local).lane("f64x2.extract_lane", 1).plain("f64.add");
  body.plain("f64x2.splat");
}
