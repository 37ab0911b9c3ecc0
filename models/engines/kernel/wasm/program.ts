import { type Callee, handName, nameOf, type Program, type Statement } from "../ir.ts";
import { Body } from "./body.ts";
import { addSpread, addSum, HELPERS, numeric } from "./helpers.ts";
import { ModuleWriter } from "./module.ts";
import { printBlock, type Target, VECTOR_BYTES } from "./print.ts";

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

/** Prints a program as a WebAssembly module that exports `run`. */
export function printProgram(program: Program, target: Omit<Target, "functionOf">): PrintedProgram {
  const module = new ModuleWriter();
  const imports = new Map<string, Imported>();
  const functions = new Map<string, number>();
  for (const { callee, count, hands } of calledIn(program)) {
    for (const lane of target.draws ? [0, 1] : [0]) {
      const name = hands ? handName(callee, count) : nameOf(callee, count, lane);
      const signature = hands ? { ...numeric(count + 1), results: [] } : numeric(count);
      if (!imports.has(name)) functions.set(name, module.import(name, signature));
      imports.set(name, { callee, lane, hands });
    }
  }
  const helpers = [...HELPERS].filter(([name]) => functions.has(name));
  for (const [, { mathematics }] of helpers) {
    if (mathematics !== undefined) functions.set(mathematics, module.import(mathematics, numeric(2)));
  }
  const functionOf = (name: string): number => functions.get(name) as number;
  for (const [name, { add }] of helpers) functions.set(name, add(module, functionOf(name), functionOf));
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
