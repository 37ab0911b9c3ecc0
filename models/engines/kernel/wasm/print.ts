import { type Block, type Callee, type Instruction, nameOf, type Statement } from "../ir.ts";
import { usesIn } from "../uses.ts";
import { type Printing, printAddition } from "./additions.ts";
import { Body, type Plain } from "./body.ts";

/** Where cells lie, and what the two lanes of a vector are. */
export interface Target {
  /** Slot 0 of each cell. */
  readonly offsets: readonly number[];
  readonly periods: number;
  /** Lanes are two draws, side by side in every slot; otherwise two periods, or one period and nothing. */
  readonly draws: boolean;
  /** Index of a function by name and number of arguments. */
  readonly functionOf: (name: string) => number;
}

/** Two float64. */
export const VECTOR_BYTES = 16;
/** Address of the vector that says whether a run was faulty. */
const FAULTS = 0;

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

/** Prints one block as a function without parameters. */
export function printBlock(block: Block, target: Target): Body {
  return new BlockPrinter(block, target).print();
}

class BlockPrinter implements Printing {
  readonly target: Target;
  readonly body = new Body(0);
  readonly lanes: 1 | 2;
  readonly slotBytes: number;
  private readonly block: Block;
  private readonly stepBytes: number;
  private readonly uses: ReturnType<typeof usesIn>;
  private readonly locals = new Map<Instruction, number>();
  private readonly at: number;
  private readonly time: number;
  private readonly faults: number;
  /** Faults of this turn of the loop, where some lanes do not count. */
  private readonly turnFaults: number;
  /** The last pair of periods has one period only. */
  private readonly ragged: boolean;

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

  print(): Body {
    const { block, body, uses } = this;
    this.statements(block.prologue, this.faults);
    if (block.kind === "once") this.statements(block.body, this.faults);
    else if (block.backwards !== undefined) {
      if (block.gate !== undefined) this.anyLane(block.gate).if();
      this.loopBack();
      this.statements(block.backwards.epilogue, this.faults);
      if (block.gate !== undefined) body.plain("end");
    } else {
      if (block.gate !== undefined) this.anyLane(block.gate).if();
      this.loop();
      if (block.gate !== undefined) {
        body.plain("else");
        for (const cell of block.cells) {
          body
            .i32(this.address(cell) + this.slotBytes)
            .i32(0)
            .i32(this.target.periods * this.slotBytes)
            .fill();
        }
        body.plain("end");
      }
    }
    if (uses.faulty) {
      body.i32(FAULTS).get(this.faults);
      if (this.lanes === 1) body.firstLane().plain("v128.and");
      body.i32(FAULTS).memory("v128.load", 0).plain("v128.or").memory("v128.store", 0);
    }
    return body;
  }

  private loop(): void {
    const { block, body, slotBytes, stepBytes, uses } = this;
    const { periods } = this.target;
    for (const { previous } of uses.carries) {
      const local = this.keep(previous);
      body.i32(0).memory(slotBytes === VECTOR_BYTES ? "v128.load" : "v128.load64_splat", this.address(previous.cell));
      body.set(local);
    }
    const timed = uses.timed || this.ragged;
    if (timed) body.v128(1, stepBytes > slotBytes ? 2 : 1).set(this.time);
    body.i32(slotBytes).set(this.at).loop();
    if (this.ragged) body.v128(0).set(this.turnFaults);
    this.statements(block.body, this.turnFaults);
    if (this.ragged) {
      body.get(this.turnFaults, this.time).v128(periods).plain("f64x2.le", "v128.and");
      body.get(this.faults).plain("v128.or").set(this.faults);
    }
    for (const { current } of uses.carries) this.value(current);
    for (const { previous } of [...uses.carries].reverse()) body.set(this.locals.get(previous) as number);
    if (timed)
      body
        .get(this.time)
        .v128(stepBytes / slotBytes)
        .plain("f64x2.add")
        .set(this.time);
    body.get(this.at).i32(stepBytes).plain("i32.add").tee(this.at);
    body
      .i32((periods + 1) * slotBytes)
      .plain("i32.lt_u")
      .branchIf(0)
      .plain("end");
  }

  /** From the last period, or pair of periods, to the first. */
  private loopBack(): void {
    const { block, body, slotBytes, stepBytes, uses } = this;
    const { periods } = this.target;
    const step = stepBytes / slotBytes;
    const last = 1 + step * Math.floor((periods - 1) / step);
    for (const { whole } of uses.totals) body.v128(0).set(this.keep(whole));
    if (uses.timed) body.v128(last, last + step - 1).set(this.time);
    body
      .i32(last * slotBytes)
      .set(this.at)
      .loop();
    this.statements(block.body, this.faults);
    for (const { whole, part } of uses.totals) {
      body.get(this.locals.get(whole) as number);
      this.value(part);
      body.plain("f64x2.add").set(this.locals.get(whole) as number);
    }
    if (uses.timed) body.get(this.time).v128(step).plain("f64x2.sub").set(this.time);
    body.get(this.at).i32(stepBytes).plain("i32.sub").tee(this.at).i32(0).plain("i32.gt_s").branchIf(0).plain("end");
  }

  private statements(statements: readonly Statement[], faults: number): void {
    const { body, uses } = this;
    for (const statement of statements) {
      switch (statement.kind) {
        case "define":
          if (uses.isKept(statement.instruction)) this.define(statement.instruction);
          break;
        case "store":
          this.store(statement.cell, statement.value);
          break;
        case "fault":
          if (statement.needless) break;
          this.value(statement.value);
          body.get(faults).plain("v128.or").set(faults);
          break;
        case "guard":
          this.guard(statement, faults);
          break;
        default:
          printAddition(statement, this);
      }
    }
  }

  private guard({ mask, body: inner, results }: Extract<Statement, { kind: "guard" }>, faults: number): void {
    const { body, uses } = this;
    const live = results.filter(({ outside }) => uses.isUsed(outside));
    this.anyLane(mask).if();
    this.statements(inner, faults);
    for (const { inside, outside } of live) {
      this.value(inside);
      body.set(this.keep(outside));
    }
    if (live.length > 0) body.plain("else");
    for (const { outside } of live) body.v128(0).set(this.keep(outside));
    body.plain("end");
  }

  private define(instruction: Instruction): void {
    const { body } = this;
    // The value one period before is in its local already, unless two periods are computed at once.
    if (instruction.operation === "carry") {
      if (this.stepBytes === this.slotBytes) return;
      const current = this.uses.carries.find(({ previous }) => previous === instruction)?.current as Instruction;
      body.get(this.locals.get(instruction) as number);
      this.value(current);
      body.slide().set(this.locals.get(instruction) as number);
      return;
    }
    this.write(instruction);
    body.set(this.keep(instruction));
  }

  value(instruction: Instruction): void {
    const local = this.locals.get(instruction);
    if (local === undefined) this.write(instruction);
    else this.body.get(local);
  }

  private write(instruction: Instruction): void {
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

  private store(cell: number, value: Instruction): void {
    const { body, lanes } = this;
    this.place();
    this.value(value);
    const address = this.address(cell);
    if (lanes === 1) body.memory("v128.store64_lane", address, 0);
    else body.memory("v128.store", address);
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
  private anyLane(mask: Instruction): Body {
    this.value(mask);
    return this.testLanes();
  }

  private testLanes(): Body {
    return this.lanes === 1 ? this.body.lane("i32x4.extract_lane", 0) : this.body.plain("v128.any_true");
  }

  private keep(instruction: Instruction): number {
    const local = this.locals.get(instruction) ?? this.body.local("v128");
    this.locals.set(instruction, local);
    return local;
  }
}
