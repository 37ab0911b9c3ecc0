import {
  type Addition,
  type Callee,
  type Instruction,
  isMask,
  type MaskOperation,
  type NumberOperation,
  nameOf,
  type Statement,
} from "./ir.ts";

type Operation = NumberOperation | MaskOperation;

/** Statements that may be left out together, and the instructions known inside them. */
export interface Scope {
  readonly statements: Statement[];
  readonly known: Map<string, Instruction>;
}

export type FaultStatement = Extract<Statement, { kind: "fault" }>;

const FOLDED: Partial<Record<Operation, (a: number, b: number) => number | boolean>> = {
  neg: (a) => -a,
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  sqrt: Math.sqrt,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  least: (a, b) => (b < a ? b : a),
  greatest: (a, b) => (a < b ? b : a),
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  eq: (a, b) => a === b,
};

/**
 * Writes the instructions of one block: equal ones once, literals folded, what is the same in every period in the prologue.
 * `looped` blocks run over periods; in the others nothing is hoisted.
 */
export class Code {
  readonly prologue: Statement[] = [];
  readonly yes: Instruction;
  readonly no: Instruction;
  private readonly looped: boolean;
  private readonly hoisted = new Map<string, Instruction>();
  private readonly scopes: Scope[] = [{ statements: [], known: new Map() }];
  private ids = 0;

  constructor(looped: boolean) {
    this.looped = looped;
    const zero = this.constant(0);
    this.yes = this.make("eq", [zero, zero]);
    this.no = this.make("not", [this.yes]);
  }

  get body(): readonly Statement[] {
    return (this.scopes[0] as Scope).statements;
  }

  constant(value: number): Instruction {
    return this.make("const", [], { value });
  }

  time(): Instruction {
    return this.make("time", []);
  }

  load(cell: number, scalar: boolean, back = 0): Instruction {
    return this.make("load", [], { cell, back, fixed: scalar });
  }

  carry(cell: number): Instruction {
    return this.make("carry", [], { cell });
  }

  /** A cell that is still being added to, as it is where this stands. */
  read(cell: number): Instruction {
    return this.make("read", [], { cell, fixed: false });
  }

  /** What a loop adds up, to be used after it. */
  whole(): Instruction {
    return this.create("whole", [], { fixed: false });
  }

  gather(cell: number, slot: Instruction): Instruction {
    return this.make("gather", [slot], { cell, fixed: false });
  }

  sum(cell: number): Instruction {
    return this.make("sum", [], { cell, fixed: true });
  }

  call(callee: Callee, operands: readonly Instruction[]): Instruction {
    return this.make("call", operands, { callee });
  }

  /** An operation on one or two numbers. */
  apply(operation: Operation, a: Instruction, b?: Instruction): Instruction {
    const fold = FOLDED[operation];
    if (fold !== undefined && a.operation === "const" && (b === undefined || b.operation === "const")) {
      const value = fold(a.value, b?.value ?? 0);
      return typeof value === "number" ? this.constant(value) : value ? this.yes : this.no;
    }
    if (b?.operation === "const") {
      if (b.value === 0 && (operation === "add" || operation === "sub")) return a;
      if (b.value === 1 && (operation === "mul" || operation === "div")) return a;
    }
    if (a.operation === "const" && b !== undefined) {
      if (a.value === 0 && operation === "add") return b;
      if (a.value === 1 && operation === "mul") return b;
    }
    return this.make(operation, b === undefined ? [a] : [a, b]);
  }

  and(a: Instruction, b: Instruction): Instruction {
    if (a === this.yes || b === this.no || a === b) return b;
    return b === this.yes || a === this.no ? a : this.make("and", [a, b]);
  }

  or(a: Instruction, b: Instruction): Instruction {
    if (a === this.no || b === this.yes || a === b) return b;
    return b === this.no || a === this.yes ? a : this.make("or", [a, b]);
  }

  not(a: Instruction): Instruction {
    return a.operation === "not" ? (a.operands[0] as Instruction) : this.make("not", [a]);
  }

  /** mask ? a : b, for numbers. */
  pick(mask: Instruction, a: Instruction, b: Instruction): Instruction {
    if (mask === this.yes || a === b) return a;
    if (mask === this.no) return b;
    if (isZero(b)) return this.make("keep", [mask, a]);
    return isZero(a) ? this.make("drop", [mask, b]) : this.make("pick", [mask, a, b]);
  }

  store(cell: number, value: Instruction): void {
    this.innermost.statements.push({ kind: "store", cell, value });
  }

  /** Something that adds to cells. */
  add(statement: Addition): void {
    this.innermost.statements.push(statement);
  }

  /** Makes the run faulty where a mask holds or a number has any bit set. */
  fault(value: Instruction): FaultStatement | undefined {
    if (value === this.no || isZero(value)) return undefined;
    const place = value.fixed && this.looped ? this.prologue : this.innermost.statements;
    const statement: FaultStatement = { kind: "fault", value, needless: false };
    place.push(statement);
    return statement;
  }

  /** Writes into a scope of its own, to be guarded or spliced in. */
  inScope<T>(write: () => T): { readonly scope: Scope; readonly written: T } {
    const scope: Scope = { statements: [], known: new Map() };
    this.scopes.push(scope);
    const written = write();
    this.scopes.pop();
    return { scope, written };
  }

  splice({ statements, known }: Scope): void {
    this.innermost.statements.push(...statements);
    for (const [key, instruction] of known) this.innermost.known.set(key, instruction);
  }

  /** Makes a scope run only where the mask holds in some lane; returns what stands for its instructions outside. */
  guard(mask: Instruction, { statements, known }: Scope, inside: readonly Instruction[]): Instruction[] {
    const own = new Set(known.values());
    const results = new Map<Instruction, Instruction>();
    for (const value of inside) {
      if (!own.has(value) || results.has(value)) continue;
      const operation = isMask(value) ? "maskResult" : "result";
      results.set(value, this.create(operation, [], { fixed: false }));
    }
    this.innermost.statements.push({
      kind: "guard",
      mask,
      body: statements,
      results: [...results].map(([value, outside]) => ({ outside, inside: value })),
    });
    return inside.map((value) => results.get(value) ?? value);
  }

  private get innermost(): Scope {
    return this.scopes.at(-1) as Scope;
  }

  private make(operation: Operation, operands: readonly Instruction[], extra: Partial<Instruction> = {}): Instruction {
    const { value, cell, back, callee } = extra;
    let key: string = operation;
    for (const { id } of operands) key += ` ${id}`;
    if (value !== undefined) key += Object.is(value, -0) ? "-0" : value;
    if (cell !== undefined) key += ` ${cell}.${back}`;
    if (callee !== undefined) key += nameOf(callee, operands.length);
    const known = this.hoisted.get(key) ?? this.find(key);
    if (known !== undefined) return known;
    const made = this.create(operation, operands, extra);
    const statement: Statement = { kind: "define", instruction: made };
    if (made.fixed && (this.looped || operation === "const")) {
      this.hoisted.set(key, made);
      this.prologue.push(statement);
    } else {
      this.innermost.known.set(key, made);
      this.innermost.statements.push(statement);
    }
    return made;
  }

  private find(key: string): Instruction | undefined {
    for (let i = this.scopes.length - 1; i >= 0; i--) {
      const known = (this.scopes[i] as Scope).known.get(key);
      if (known !== undefined) return known;
    }
    return undefined;
  }

  private create(
    operation: Operation,
    operands: readonly Instruction[],
    { value = 0, cell = -1, back = 0, callee, fixed }: Partial<Instruction>,
  ): Instruction {
    const same = fixed ?? (operation !== "time" && operation !== "carry" && operands.every((operand) => operand.fixed));
    return { operation, operands, id: this.ids++, fixed: same, value, cell, back, callee };
  }
}

function isZero({ operation, value }: Instruction): boolean {
  return operation === "const" && value === 0;
}
