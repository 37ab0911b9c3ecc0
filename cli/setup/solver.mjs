// The linear solver's code is WebAssembly in a file of its own, which the bundled program reads from beside itself.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** @returns {import("vite").Plugin} puts the solver's WebAssembly beside the bundle, under the name its loader asks for */
export function solverBeside() {
  return {
    name: "solver-beside",
    generateBundle() {
      const path = fileURLToPath(import.meta.resolve("highs/runtime"));
      this.emitFile({ type: "asset", fileName: "highs.wasm", source: readFileSync(path) });
    },
  };
}
