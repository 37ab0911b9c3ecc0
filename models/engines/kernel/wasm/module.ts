import { type Body, TYPE, type Type } from "./body.ts";
import { Bytes } from "./bytes.ts";

export interface Signature {
  readonly parameters: readonly Type[];
  readonly results: readonly Type[];
}

/** Numbers in, a number out. */
export function numeric(count: number): Signature {
  return { parameters: Array.from({ length: count }, () => "f64" as const), results: ["f64"] };
}

/** A module being put together: functions from outside, functions of its own, and the memory it shares. */
export class ModuleWriter {
  private readonly types: string[] = [];
  private readonly imported: { readonly name: string; readonly type: number }[] = [];
  private readonly own: { readonly type: number; readonly body: Body }[] = [];
  private readonly exported: { readonly name: string; readonly index: number }[] = [];

  /** Announces a function that is given when the module is started; all imports come before the first own function. */
  import(name: string, signature: Signature): number {
    this.imported.push({ name, type: this.typeOf(signature) });
    return this.imported.length - 1;
  }

  add(signature: Signature, body: Body, name?: string): number {
    const index = this.imported.length + this.own.length;
    this.own.push({ type: this.typeOf(signature), body });
    if (name !== undefined) this.exported.push({ name, index });
    return index;
  }

  /** The module's bytes: magic number, then sections for types, imports, functions, exports and code. */
  bytes(): Uint8Array {
    const module = new Bytes().byte(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    const section = (id: number, count: number, write: (into: Bytes) => void): void => {
      const content = new Bytes().unsigned(count);
      write(content);
      module.byte(id).sized(content);
    };
    section(1, this.types.length, (into) => {
      for (const type of this.types) into.append(JSON.parse(type) as number[]);
    });
    section(2, this.imported.length + 1, (into) => {
      into.name(HOST).name(MEMORY).byte(2, 0).unsigned(1);
      for (const { name, type } of this.imported) into.name(HOST).name(name).byte(0).unsigned(type);
    });
    section(3, this.own.length, (into) => {
      for (const { type } of this.own) into.unsigned(type);
    });
    section(7, this.exported.length, (into) => {
      for (const { name, index } of this.exported) into.name(name).byte(0).unsigned(index);
    });
    section(10, this.own.length, (into) => {
      for (const { body } of this.own) into.sized(body.finished());
    });
    return module.written;
  }

  private typeOf({ parameters, results }: Signature): number {
    const list = (types: readonly Type[]): number[] => [types.length, ...types.map((type) => TYPE[type])];
    const key = JSON.stringify([0x60, ...list(parameters), ...list(results)]);
    const known = this.types.indexOf(key);
    return known >= 0 ? known : this.types.push(key) - 1;
  }
}

/** Names under which a module asks for its imports. */
export const HOST = "host";
export const MEMORY = "memory";
