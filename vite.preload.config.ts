import { isBuiltin } from "node:module";
import { defineConfig } from "vite";

/** The preload script: a sandboxed renderer can only load one CommonJS file. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: "dist/electron",
    emptyOutDir: false,
    target: "node24",
    rollupOptions: {
      input: { preload: "electron/preload.ts" },
      external: (id) => id === "electron" || isBuiltin(id),
      output: { format: "cjs", entryFileNames: "[name].cjs" },
    },
  },
  ssr: { noExternal: true, external: ["electron"] },
});
