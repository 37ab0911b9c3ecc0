import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { logText } from "../app/log.ts";
import { Exit } from "./output.ts";
import { rootFolder } from "./root.ts";

// Reading and compiling some hundreds of files takes longer than most commands do: what was compiled once is kept in the checkout.
enableCompileCache(fileURLToPath(new URL("node_modules/.cache/pingheng", rootFolder)));

// Code that runs for a second is not worth V8's last optimiser, whose threads cost more than they save up to 480 months; what runs longer is.
const LASTING: ReadonlySet<string | undefined> = new Set(["serve", "solve", "compare", "batch"]);
if (!LASTING.has(process.argv[2])) setFlagsFromString("--no-opt");

// Whoever reads our output may stop early (`| head`); that is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  const { run } = await import("./run.ts");
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${logText(error)}\n这是程序缺陷,请报告。 / This is our bug; please report it.\n`);
  process.exitCode = Exit.ourBug;
}
