// `npm run check` runs this file: the directions of all imports of the checkout.
import { root } from "../../cli/setup/paths.mjs";
import { checkDirections } from "./directions.ts";

const { modules, violations } = await checkDirections(root);
for (const line of violations) process.stdout.write(`${line}\n`);
if (modules === 0) process.stdout.write("no module was seen: nothing was checked\n");
process.exitCode = modules === 0 || violations.length > 0 ? 1 : 0;
