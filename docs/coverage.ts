/** Writes docs/mechanisms.md from the coverage table: `node docs/coverage.ts`. */
import { writeFileSync } from "node:fs";
import { coverageMarkdown } from "../models/checks/rows/markdown.ts";

writeFileSync(new URL("./mechanisms.md", import.meta.url), coverageMarkdown());
