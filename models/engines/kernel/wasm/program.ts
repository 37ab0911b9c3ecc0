import { type Callee, handName, nameOf, type Program, type Statement } from "../ir.ts";
import { Body } from "./body.ts";
import { HELPERS } from "./helpers.ts";
import { ModuleWriter, numeric } from "./module.ts";
import { printBlock } from "./print.ts";
import { asksHost, isReducer, Reducers } from "./reducers/index.ts";
import { addSpread, addSum } from "./sums.ts";
import { type Target, VECTOR_BYTES } from "./target.ts";

export interface PrintedProgram {
  readonly bytes: Uint8Array;
  /** The operations it imports, by name. */
  readonly imports: ReadonlyMap<string, Imported>;
}

/** An operation of the host: its value or slope, read in one draw's cells, or its handing on of slopes. */
export interface Imported {
  readonly callee: Callee;
  readonly lane: number;
  readonly hands: boolean;
}

interface Reduced {
  readonly callee: Callee;
  readonly count: number;
  readonly lane: number;
}

/** Prints a program as a WebAssembly module that exports `run`. */
export function printProgram(program: Program, target: Omit<Target, "functionOf">): PrintedProgram {
  const module = new ModuleWriter();
  const imports = new Map<string, Imported>();
  const functions = new Map<string, number>();
  const reducing = new Map<string, Reduced>();
  for (const { callee, count, hands } of calledIn(program)) {
    for (const lane of target.draws ? [0, 1] : [0]) {
      const name = hands ? handName(callee, count) : nameOf(callee, count, lane);
      const reduces = !hands && isReducer(callee);
      if (reduces) reducing.set(name, { callee, count, lane });
      if (imports.has(name) || (reduces && !asksHost(callee))) continue;
      const signature = hands ? { ...numeric(count + 1), results: [] } : numeric(count);
      functions.set(name, module.import(name, signature));
      imports.set(name, { callee, lane, hands });
    }
  }
  const functionOf = (name: string): number => functions.get(name) as number;
  for (const [name, add] of HELPERS) if (functions.has(name)) functions.set(name, add(module, functionOf(name)));
  const reducers = new Reducers(module, target);
  for (const [name, { callee, count, lane }] of reducing) {
    functions.set(name, reducers.add(callee, count, lane, functions.get(name)));
  }
  functions.set("spread", addSpread(module));
  functions.set("sum", addSum(module, target.draws ? VECTOR_BYTES : VECTOR_BYTES / 2));
  const nothing = { parameters: [], results: [] };
  const blocks = program.blocks.map((block) => module.add(nothing, printBlock(block, { ...target, functionOf })));
  const run = new Body(0);
  for (const block of blocks) run.call(block);
  module.add(nothing, run, RUN);
  return { bytes: module.bytes(), imports };
}

/** The function a module exports. */
export const RUN = "run";

interface Called {
  readonly callee: Callee;
  readonly count: number;
  readonly hands: boolean;
}

function calledIn({ blocks }: Program): readonly Called[] {
  const within = (statements: readonly Statement[]): readonly Called[] =>
    statements.flatMap((statement) => {
      if (statement.kind === "guard") return within(statement.body);
      if (statement.kind === "hand") return { callee: statement.callee, count: statement.operands.length, hands: true };
      if (statement.kind !== "define" || statement.instruction.callee === undefined) return [];
      return { callee: statement.instruction.callee, count: statement.instruction.operands.length, hands: false };
    });
  return blocks.flatMap(({ prologue, body, backwards }) =>
    within([...prologue, ...body, ...(backwards?.epilogue ?? [])]),
  );
}
