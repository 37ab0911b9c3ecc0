import { globSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename } from "node:path";
import { defineConfig } from "vite";
import { bundledLicences, licencesBeside } from "./cli/setup/licences.mjs";
import { solverBeside } from "./cli/setup/solver.mjs";

/** Programs that run beside the main process: worker threads and the child process that opens files. */
const besides = globSync(["{app,cli,db}/**/*.{worker,process}.ts"]);

const inputs = Object.fromEntries(["cli/main.ts", ...besides].map((path) => [basename(path, ".ts"), path]));

/** The command line and loopback host: a few files are read and compiled faster than some hundreds. The set-up names the folder. */
export default defineConfig({
  plugins: [solverBeside(), licencesBeside()],
  build: {
    ssr: true,
    license: bundledLicences,
    outDir: "dist/cli/build",
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
