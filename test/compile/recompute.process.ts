// Computes what a model file stored, in a process that has no mechanism: whoever asks for one is refused.
// Arguments: the model file. Prints a fingerprint of every line of every scenario.
import { createHash } from "node:crypto";
import { registerHooks } from "node:module";

registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    if (/\/models\/mechanisms\//.test(found.url)) throw new Error(`asks for a mechanism: ${found.url}`);
    return found;
  },
});

const { openModelFile } = await import("../../db/model-file.ts");
const { readComputation } = await import("../../models/compile/stored.ts");
const { fingerprints } = await import("./fingerprints.ts");

const path = process.argv[2] ?? "";
const file = await openModelFile(path);
if (!file.ok) throw new Error(JSON.stringify(file.problems));
const { graph, inputs } = file.value.revision;
const stored = readComputation({ lines: graph, inputs }, path);
if (!stored.ok) throw new Error(JSON.stringify(stored.problems));
const found = Object.fromEntries([...stored.value].map(([id, of]) => [id, fingerprints(of(), id === "base")]));
process.stdout.write(
  JSON.stringify({
    lines: found,
    text: createHash("sha256")
      .update(graph ?? "")
      .digest("hex"),
  }),
);
