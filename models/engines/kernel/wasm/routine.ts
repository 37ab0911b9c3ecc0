import { Body, type Plain, type Type } from "./body.ts";

/** Writes what puts a value on the stack, or does something. */
export type Part = (body: Body) => void;

/** A variable of a routine. */
export interface Variable {
  readonly get: Part;
  readonly set: (value: Part) => Part;
}

/** A function written as expressions and statements rather than instruction by instruction. */
export class Routine {
  readonly body: Body;
  readonly parameters: readonly Variable[];

  constructor(parameters: number) {
    this.body = new Body(parameters);
    this.parameters = Array.from({ length: parameters }, (_, index) => variableAt(index));
  }

  local(type: Type): Variable {
    return variableAt(this.body.local(type));
  }

  locals(type: Type, count: number): readonly Variable[] {
    return Array.from({ length: count }, () => this.local(type));
  }

  write(...parts: readonly Part[]): Body {
    all(parts)(this.body);
    return this.body;
  }
}

function variableAt(index: number): Variable {
  return {
    get: (body) => void body.get(index),
    set: (value) => (body) => {
      value(body);
      body.set(index);
    },
  };
}

function all(parts: readonly Part[]): Part {
  return (body) => {
    for (const part of parts) part(body);
  };
}

/** An instruction behind its operands. */
export function does(name: Plain, ...operands: readonly Part[]): Part {
  return (body) => {
    all(operands)(body);
    body.plain(name);
  };
}

/** The same instruction from operand to operand: a + b + c. */
export function folds(name: Plain, first: Part, ...rest: readonly Part[]): Part {
  return rest.reduce((left, right) => does(name, left, right), first);
}

export const add = (...parts: readonly [Part, ...Part[]]): Part => folds("f64.add", ...parts);
export const sub = (a: Part, b: Part): Part => does("f64.sub", a, b);
export const mul = (...parts: readonly [Part, ...Part[]]): Part => folds("f64.mul", ...parts);
export const div = (a: Part, b: Part): Part => does("f64.div", a, b);
export const abs = (a: Part): Part => does("f64.abs", a);
export const whole = (...parts: readonly [Part, ...Part[]]): Part => folds("i32.add", ...parts);
export const both = (...conditions: readonly [Part, ...Part[]]): Part => folds("i32.and", ...conditions);

export const num =
  (value: number): Part =>
  (body) =>
    void body.f64(value);

export const int =
  (value: number): Part =>
  (body) =>
    void body.i32(value);

export const bits =
  (value: bigint): Part =>
  (body) =>
    void body.i64(value);

/** Condition ? a : b, both worked out. */
export const select = (condition: Part, a: Part, b: Part): Part => does("select", a, b, condition);

export function load(type: "i32" | "f64", address: Part, offset = 0): Part {
  return (body) => {
    address(body);
    body.memory(`${type}.load`, offset);
  };
}

export function store(type: "i32" | "f64", address: Part, value: Part, offset = 0): Part {
  return (body) => {
    address(body);
    value(body);
    body.memory(`${type}.store`, offset);
  };
}

export function call(index: number, ...operands: readonly Part[]): Part {
  return (body) => {
    all(operands)(body);
    body.call(index);
  };
}

export const answer = (value: Part): Part => does("return", value);

export function when(condition: Part, then: readonly Part[], otherwise: readonly Part[] = []): Part {
  return (body) => {
    condition(body);
    body.if();
    all(then)(body);
    if (otherwise.length > 0) body.plain("else");
    all(otherwise)(body);
    body.plain("end");
  };
}

/** Again and again as long as the condition holds. */
export function asLongAs(condition: Part, ...parts: readonly Part[]): Part {
  return (body) => {
    body.loop();
    when(condition, [...parts, (inner) => void inner.branch(1)])(body);
    body.plain("end");
  };
}

/** For the whole numbers from 0 up to, but without, the end. */
export function forEach(i: Variable, end: Part, ...parts: readonly Part[]): Part {
  return all([i.set(int(0)), asLongAs(does("i32.lt_s", i.get, end), ...parts, i.set(whole(i.get, int(1))))]);
}

/** The number if it is finite, NaN otherwise. */
export function finite(x: Variable): Part {
  return add(x.get, sub(x.get, x.get));
}

export const hasValue = (x: Variable): Part => does("f64.eq", sub(x.get, x.get), num(0));
