import { type Callee, type Instruction, nameOf, type Program, type Statement } from "../ir.ts";
import { Body } from "./body.ts";
import { addSum, HELPERS, numeric } from "./helpers.ts";
import { ModuleWriter } from "./module.ts";
import { printBlock, type Target, VECTOR_BYTES } from "./print.ts";

export interface PrintedProgram {
  readonly bytes: Uint8Array;
  /** The operations it imports, by name, and the draw whose cells they are to read. */
  readonly imports: ReadonlyMap<string, { readonly callee: Callee; readonly lane: number }>;
}

/** Prints a program as a WebAssembly module that exports `run`. */
export function printProgram(program: Program, target: Omit<Target, "functionOf">): PrintedProgram {
  const module = new ModuleWriter();
  const imports = new Map<string, { readonly callee: Callee; readonly lane: number }>();
  const functions = new Map<string, number>();
  for (const { callee, operands } of calledIn(program)) {
    if (callee === undefined) continue;
    for (const lane of target.draws ? [0, 1] : [0]) {
      const name = nameOf(callee, operands.length, lane);
      if (!imports.has(name)) functions.set(name, module.import(name, numeric(operands.length)));
      imports.set(name, { callee, lane });
    }
  }
  const helpers = [...HELPERS].filter(([name]) => functions.has(name));
  for (const [, { mathematics }] of helpers) {
    if (mathematics !== undefined) functions.set(mathematics, module.import(mathematics, numeric(2)));
  }
  const functionOf = (name: string): number => functions.get(name) as number;
  for (const [name, { add }] of helpers) functions.set(name, add(module, functionOf(name), functionOf));
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

function calledIn({ blocks }: Program): Instruction[] {
  const within = (statements: readonly Statement[]): Instruction[] =>
    statements.flatMap((statement) => {
      if (statement.kind === "guard") return within(statement.body);
      return statement.kind === "define" && statement.instruction.callee !== undefined ? [statement.instruction] : [];
    });
  return blocks.flatMap(({ prologue, body }) => [...within(prologue), ...within(body)]);
}
