import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { refuseOldNode } from "./cli/setup/node24.mjs";

// Started by hand instead of through npm, Vitest would run on the system's Node, where storage crashes without a message.
refuseOldNode(process.versions.node);

/** Folders whose tests change nothing outside themselves: a worker keeps the modules, and the documents it has drawn, from one file to the next. */
const SHARING = [
  "analysis",
  "checks-review",
  "checks-trust",
  "compile",
  "document",
  "evasions",
  "finance",
  "identities",
  "language",
  "mechanisms",
  "operations",
  "policy",
  "random",
  "results",
  "situations",
  "statements",
  "terms",
  "trust",
  "wording",
].map((folder) => `test/${folder}/**/*.test.ts`);
const NEVER = ["**/node_modules/**", "dist/**"];

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      { extends: true, test: { name: "models", include: SHARING, exclude: NEVER, isolate: false } },
      {
        extends: true,
        test: { name: "apart", include: ["test/**/*.test.ts", "test/**/*.test.tsx"], exclude: [...NEVER, ...SHARING] },
      },
    ],
    setupFiles: ["test/support/seed.ts"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
