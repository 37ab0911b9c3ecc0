import type { Block, Instruction, Statement } from "../ir.ts";
import { printAddition } from "./additions.ts";
import type { Body } from "./body.ts";
import { type Target, VECTOR_BYTES } from "./target.ts";
import { ValuePrinter } from "./values.ts";

/** Address of the vector that says whether a run was faulty. */
const FAULTS = 0;

/** Prints one block as a function without parameters. */
export function printBlock(block: Block, target: Target): Body {
  return new BlockPrinter(block, target).print();
}

class BlockPrinter extends ValuePrinter {
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

  private store(cell: number, value: Instruction): void {
    const { body, lanes } = this;
    this.place();
    this.value(value);
    const address = this.address(cell);
    if (lanes === 1) body.memory("v128.store64_lane", address, 0);
    else body.memory("v128.store", address);
  }
}
