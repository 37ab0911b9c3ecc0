import { type Block, type Callee, type Instruction, nameOf } from "../ir.ts";
import { usesIn } from "../uses.ts";
import type { Printing } from "./additions.ts";
import { Body, type Plain } from "./body.ts";
import { type Target, VECTOR_BYTES } from "./target.ts";

const OPERATIONS: Partial<Record<Instruction["operation"], Plain>> = {
  neg: "f64x2.neg",
  abs: "f64x2.abs",
  floor: "f64x2.floor",
  ceil: "f64x2.ceil",
  sqrt: "f64x2.sqrt",
  add: "f64x2.add",
  sub: "f64x2.sub",
  mul: "f64x2.mul",
  div: "f64x2.div",
  least: "f64x2.pmin",
  greatest: "f64x2.pmax",
  strictLeast: "f64x2.min",
  strictGreatest: "f64x2.max",
  lt: "f64x2.lt",
  le: "f64x2.le",
  eq: "f64x2.eq",
  and: "v128.and",
  or: "v128.or",
  not: "v128.not",
};

/** Prints the values of a block: what instructions say, and where it is kept. */
export class ValuePrinter implements Printing {
  readonly target: Target;
  readonly body = new Body(0);
  readonly lanes: 1 | 2;
  readonly slotBytes: number;
  protected readonly block: Block;
  protected readonly stepBytes: number;
  protected readonly uses: ReturnType<typeof usesIn>;
  protected readonly locals = new Map<Instruction, number>();
  protected readonly at: number;
  protected readonly time: number;
  protected readonly faults: number;
  /** Faults of this turn of the loop, where some lanes do not count. */
  protected readonly turnFaults: number;
  /** The last pair of periods has one period only. */
  protected readonly ragged: boolean;

  constructor(block: Block, target: Target) {
    this.block = block;
    this.target = target;
    const pairs = block.kind === "map" && !target.draws;
    this.lanes = target.draws || pairs ? 2 : 1;
    this.slotBytes = target.draws ? VECTOR_BYTES : VECTOR_BYTES / 2;
    this.stepBytes = pairs ? VECTOR_BYTES : this.slotBytes;
    this.ragged = pairs && target.periods % 2 === 1;
    this.uses = usesIn(block);
    this.at = this.body.local("i32");
    this.time = this.body.local("v128");
    this.faults = this.body.local("v128");
    this.turnFaults = this.ragged ? this.body.local("v128") : this.faults;
  }

  value(instruction: Instruction): void {
    const local = this.locals.get(instruction);
    if (local === undefined) this.write(instruction);
    else this.body.get(local);
  }

  protected write(instruction: Instruction): void {
    const { body, slotBytes } = this;
    const { operation, operands, value, cell, back } = instruction;
    const [a, b, c] = operands as [Instruction, Instruction, Instruction];
    switch (operation) {
      case "const":
        body.v128(value);
        return;
      case "read":
        this.load(cell, 0, this.block.kind === "once");
        return;
      case "time":
        body.get(this.time);
        return;
      case "load":
        this.load(cell, back, instruction.fixed);
        return;
      case "gather":
        this.gather(cell, a);
        return;
      case "sum":
        body.i32(this.address(cell) + slotBytes).i32(this.address(cell) + (this.target.periods + 1) * slotBytes);
        body.call(this.target.functionOf("sum"));
        return;
      case "call":
        this.callIfChanged(instruction);
        return;
      case "pick":
        for (const part of [b, c, a]) this.value(part);
        body.plain("v128.bitselect");
        return;
      case "keep":
      case "and":
        this.masked(b, a);
        return;
      case "drop":
        for (const part of [b, a]) this.value(part);
        body.plain("v128.andnot");
        return;
      default: {
        for (const part of operands) this.value(part);
        body.plain(OPERATIONS[operation] as Plain);
      }
    }
  }

  /** a where the mask holds; with a negated mask in one instruction. */
  private masked(a: Instruction, mask: Instruction): void {
    const negated = mask.operation === "not" && !this.locals.has(mask) ? mask.operands[0] : undefined;
    this.value(a);
    this.value(negated ?? mask);
    this.body.plain(negated === undefined ? "v128.and" : "v128.andnot");
  }

  address(cell: number): number {
    return (this.target.offsets[cell] as number) * this.slotBytes;
  }

  private load(cell: number, back: number, scalar: boolean): void {
    const { body, slotBytes, lanes } = this;
    const one = slotBytes < VECTOR_BYTES && (scalar || lanes === 1);
    const address = this.address(cell) - back * slotBytes;
    if (scalar) body.i32(0);
    else body.get(this.at);
    body.memory(one ? "v128.load64_splat" : "v128.load", address);
  }

  /** This period's place, to which a cell's address is added. */
  place(): Body {
    return this.block.kind === "once" ? this.body.i32(0) : this.body.get(this.at);
  }

  /** Loads each lane from the slot it says. */
  private gather(cell: number, slot: Instruction): void {
    const { body, slotBytes, lanes, target } = this;
    const slots = body.local("v128");
    const address = (lane: number): void => {
      body.get(slots).lane("i32x4.extract_lane", lane).i32(Math.log2(slotBytes)).plain("i32.shl");
    };
    this.value(slot);
    body.plain("i32x4.trunc_sat_f64x2_s_zero").set(slots);
    if (lanes === 2) address(1);
    address(0);
    body.memory("v128.load64_splat", this.address(cell));
    if (lanes === 2) body.memory("v128.load64_lane", this.address(cell) + (target.draws ? slotBytes / 2 : 0), 1);
  }

  /** Calls a function, in a loop only where an argument has changed since the last turn: growth steps once a year. */
  private callIfChanged(instruction: Instruction): void {
    const { body, lanes, block } = this;
    const operands = instruction.operands.map((operand) => ({ operand, local: this.inLocal(operand) }));
    const changing = operands.filter(({ operand }) => !operand.fixed);
    const paired = lanes === 2 && !this.target.draws;
    if (block.kind === "once" || instruction.fixed || paired) {
      this.call(
        instruction,
        operands.map(({ local }) => local),
      );
      return;
    }
    const result = body.local("v128");
    const kept = changing.map(({ local }) => ({ local, before: body.local("v128") }));
    // Kept with every bit turned, so that a new variable stands for no number at all.
    for (const [i, { local, before }] of kept.entries()) {
      body.get(local, before).plain("v128.not", "f64x2.ne");
      if (i > 0) body.plain("v128.or");
    }
    this.testLanes();
    body.if();
    this.call(
      instruction,
      operands.map(({ local }) => local),
    );
    body.set(result);
    for (const { local, before } of kept) body.get(local).plain("v128.not").set(before);
    body.plain("end").get(result);
  }

  private call({ callee, operands, fixed }: Instruction, locals: readonly number[]): void {
    const { body, lanes, target } = this;
    const lane = (i: number): void => {
      for (const local of locals) body.get(local).lane("f64x2.extract_lane", i);
      body.call(target.functionOf(nameOf(callee as Callee, operands.length, target.draws ? i : 0)));
    };
    lane(0);
    body.plain("f64x2.splat");
    if (lanes === 1 || (fixed && !target.draws)) return;
    lane(1);
    body.lane("f64x2.replace_lane", 1);
  }

  private inLocal(instruction: Instruction): number {
    const known = this.locals.get(instruction);
    if (known !== undefined) return known;
    const local = this.body.local("v128");
    this.write(instruction);
    this.body.set(local);
    return local;
  }

  /** An i32 for an `if`: does the mask hold in a lane that counts? */
  protected anyLane(mask: Instruction): Body {
    this.value(mask);
    return this.testLanes();
  }

  private testLanes(): Body {
    return this.lanes === 1 ? this.body.lane("i32x4.extract_lane", 0) : this.body.plain("v128.any_true");
  }

  protected keep(instruction: Instruction): number {
    const local = this.locals.get(instruction) ?? this.body.local("v128");
    this.locals.set(instruction, local);
    return local;
  }
}
