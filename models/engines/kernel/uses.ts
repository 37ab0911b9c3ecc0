import { type Block, type Carry, type Instruction, isAddition, type Statement, type Total } from "./ir.ts";

/** What a printer must know of a block before it prints it. */
export interface Uses {
  readonly isUsed: (instruction: Instruction) => boolean;
  /** Needs a variable: used more than once, or elsewhere than where it is defined. */
  readonly isKept: (instruction: Instruction) => boolean;
  readonly carries: readonly Carry[];
  readonly totals: readonly Total[];
  readonly timed: boolean;
  readonly faulty: boolean;
}

/** These must happen where they stand. */
const PINNED: ReadonlySet<string> = new Set(["gather", "call", "carry", "read"]);

/** Not where it is defined. */
const NOWHERE: readonly Statement[] = [];

/** Finds the instructions of a block whose results are needed, and where. */
export function usesIn(block: Block): Uses {
  const homes = new Map<Instruction, readonly Statement[]>();
  const guards = new Map<Instruction, Extract<Statement, { kind: "guard" }>>();
  const counts = new Map<Instruction, number>();
  const kept = new Set<Instruction>();
  let faulty = false;
  let timed = false;
  const use = (instruction: Instruction, home: readonly Statement[]): void => {
    const count = counts.get(instruction) ?? 0;
    counts.set(instruction, count + 1);
    const own = homes.get(instruction);
    if (count > 0 || own !== home || PINNED.has(instruction.operation)) kept.add(instruction);
    if (count > 0) return;
    timed ||= instruction.operation === "time";
    for (const operand of instruction.operands) use(operand, own ?? home);
    const guard = guards.get(instruction);
    const inside = guard?.results.find(({ outside }) => outside === instruction)?.inside;
    if (guard !== undefined && inside !== undefined) use(inside, guard.body);
  };
  const visit = (
    statements: readonly Statement[],
    found: (statement: Statement, home: readonly Statement[]) => void,
  ) => {
    for (const statement of statements) {
      found(statement, statements);
      if (statement.kind === "guard") visit(statement.body, found);
    }
  };
  const everywhere = (found: (statement: Statement, home: readonly Statement[]) => void): void => {
    visit(block.prologue, found);
    visit(block.body, found);
    visit(block.backwards?.epilogue ?? [], found);
  };
  everywhere((statement, home) => {
    if (statement.kind === "define") homes.set(statement.instruction, home);
    if (statement.kind === "guard") for (const { outside } of statement.results) guards.set(outside, statement);
  });
  everywhere((statement, home) => {
    const asked = statement.kind === "fault" && !statement.needless;
    if (statement.kind === "store" || isAddition(statement) || asked) use(statement.value, home);
    if (statement.kind === "scatter") use(statement.slot, home);
    // They are passed on from variables.
    if (statement.kind === "hand") for (const operand of statement.operands) use(operand, NOWHERE);
    if (statement.kind === "guard") use(statement.mask, home);
    faulty ||= asked;
  });
  if (block.gate !== undefined) use(block.gate, block.body);
  for (const { previous, current } of block.carries) if (counts.has(previous)) use(current, NOWHERE);
  const totals = (block.backwards?.totals ?? []).filter(({ whole }) => counts.has(whole));
  for (const { part } of totals) use(part, NOWHERE);
  const carries = block.carries.filter(({ previous }) => counts.has(previous));
  return { carries, totals, isUsed: (x) => counts.has(x), isKept: (x) => kept.has(x), timed, faulty };
}
