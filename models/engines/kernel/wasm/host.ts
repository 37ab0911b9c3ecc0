import { HOST, MEMORY } from "./module.ts";
import { RUN } from "./program.ts";

/** What of WebAssembly's interface is used here; the language's own library does not declare it. */
interface WebAssemblyInterface {
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

declare const WebAssembly: WebAssemblyInterface;

const PAGE_BYTES = 65536;

/** Memory for at least so many bytes, all 0. */
export function newMemory(bytes: number): WasmMemory {
  return new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(bytes / PAGE_BYTES)) });
}

/** Functions of numbers by `NAME/ARGUMENTS`. */
export type HostFunctions = (name: string) => (...args: number[]) => number;

/** Starts a module's code on a memory. */
export function instantiate(bytes: Uint8Array, memory: WasmMemory, functionOf: HostFunctions): () => void {
  const imported = (name: string): unknown => (name === MEMORY ? memory : functionOf(name));
  const functions = new Proxy({}, { get: (_, name) => imported(String(name)) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { [HOST]: functions });
  return exports[RUN] as () => void;
}
