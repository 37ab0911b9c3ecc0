import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { refuseOldNode } from "./cli/setup/node24.mjs";

// Started by hand instead of through npm, Vitest would run on the system's Node, where storage crashes without a message.
refuseOldNode(process.versions.node);

/**
 * Folders whose tests change nothing outside themselves: a worker keeps the modules, and the documents it has drawn, from one file to the next. It also keeps what
 * the files hold, so that each group has workers of its own.
 */
const SHARING: Readonly<Record<string, readonly string[]>> = {
  analysis: ["analysis"],
  app: ["app"],
  cli: ["cli"],
  files: ["db", "docs", "engines", "packaging"],
  renderer: ["renderer"],
  checks: ["checks-review", "checks-trust", "evasions", "policy"],
  language: ["compile", "document", "finance", "language", "operations", "terms", "wording"],
  mechanisms: ["mechanisms", "situations"],
  statements: ["identities", "random", "results", "statements"],
  trust: ["trust"],
};
const filesOf = (folders: readonly string[]) => folders.map((folder) => `test/${folder}/**/*.test.ts`);
const NEVER = ["**/node_modules/**", "dist/**"];

export default defineConfig({
  plugins: [react()],
  test: {
    projects: [
      ...Object.entries(SHARING).map(([name, folders]) => ({
        extends: true as const,
        test: { name, include: filesOf(folders), exclude: NEVER, isolate: false },
      })),
      {
        extends: true,
        test: {
          name: "apart",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: [...NEVER, ...Object.values(SHARING).flatMap(filesOf)],
        },
      },
    ],
    setupFiles: ["test/support/seed.ts"],
    // Browser tests wait most of the time; a third worker fills what two leave idle on two cores.
    maxWorkers: 3,
    testTimeout: 240_000,
    hookTimeout: 240_000,
    // A browser may take its time on a busy machine; what never comes is told all the same.
    expect: { poll: { timeout: 20_000 } },
  },
});
