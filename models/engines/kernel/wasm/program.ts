import type { Instruction, Program, Statement } from "../ir.ts";
import { Body } from "./body.ts";
import { addSum, HELPERS, numeric } from "./helpers.ts";
import { ModuleWriter } from "./module.ts";
import { printBlock, type Target, VECTOR_BYTES } from "./print.ts";

/** Prints a program as a WebAssembly module that exports `run`; functions it calls are imported by name and number of arguments. */
export function printProgram(program: Program, target: Omit<Target, "functionOf">): Uint8Array {
  const module = new ModuleWriter();
  const functions = new Map<string, number>();
  for (const name of calledIn(program)) functions.set(name, module.import(name, numeric(Number(name.split("/")[1]))));
  for (const [name, add] of HELPERS) {
    const fallback = functions.get(name);
    if (fallback !== undefined) functions.set(name, add(module, fallback));
  }
  functions.set("sum", addSum(module, target.draws ? VECTOR_BYTES : VECTOR_BYTES / 2));
  const functionOf = (name: string): number => functions.get(name) as number;
  const nothing = { parameters: [], results: [] };
  const blocks = program.blocks.map((block) => module.add(nothing, printBlock(block, { ...target, functionOf })));
  const run = new Body(0);
  for (const block of blocks) run.call(block);
  module.add(nothing, run, RUN);
  return module.bytes();
}

/** The function a module exports. */
export const RUN = "run";

/** Functions a program calls, as `NAME/ARGUMENTS`. */
function calledIn({ blocks }: Program): Set<string> {
  const names = new Set<string>();
  const look = ({ operation, callee, operands }: Instruction): void => {
    if (operation === "call") names.add(`${callee}/${operands.length}`);
  };
  const visit = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      if (statement.kind === "define") look(statement.instruction);
      if (statement.kind === "guard") visit(statement.body);
    }
  };
  for (const { prologue, body } of blocks) for (const statements of [prologue, body]) visit(statements);
  return names;
}
