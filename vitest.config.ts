import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { refuseOldNode } from "./cli/setup/node24.mjs";

// Started by hand instead of through npm, Vitest would run on the system's Node, where storage crashes without a message.
refuseOldNode(process.versions.node);

export default defineConfig({
  plugins: [react()],
  test: {
    include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
    exclude: ["**/node_modules/**", "dist/**"],
    setupFiles: ["test/support/seed.ts"],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
