// Writes a city as jobs for `pingheng batch`: node test/bench/city.ts [--communities 110] [--seed 1] [--command evaluate] [-- words of the command]
import { parseArgs } from "node:util";
import { city } from "../support/city/city.ts";

const { values, positionals } = parseArgs({
  options: {
    communities: { type: "string", default: "110" },
    seed: { type: "string", default: "1" },
    command: { type: "string", default: "evaluate" },
  },
  allowPositionals: true,
});

for await (const { id, document } of city(Number(values.communities), Number(values.seed)))
  process.stdout.write(`${JSON.stringify({ id, command: values.command, document, args: positionals })}\n`);
