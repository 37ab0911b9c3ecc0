import { globSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename } from "node:path";
import { defineConfig } from "vite";
import { bundledLicences, licencesBeside } from "./cli/setup/licences.mjs";
import { solverBeside } from "./cli/setup/solver.mjs";

/** Programs that run beside the main process: worker threads and the child process that opens files. */
const besides = globSync(["app/**/*.{worker,process}.ts", "db/**/*.{worker,process}.ts"]);

const inputs = Object.fromEntries(["electron/main.ts", ...besides].map((path) => [basename(path, ".ts"), path]));

/** The desktop shell's main process: one ES module beside the programs it starts. */
export default defineConfig({
  plugins: [solverBeside(), licencesBeside({ desktop: true })],
  build: {
    ssr: true,
    license: bundledLicences,
    outDir: "dist/electron",
    emptyOutDir: true,
    target: "node24",
    rollupOptions: {
      input: inputs,
      external: (id) => id === "electron" || id === "better-sqlite3" || isBuiltin(id),
      output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
    },
  },
  ssr: { noExternal: true, external: ["electron", "better-sqlite3"] },
});
