import { runAppBench } from "./app.bench.ts";
import { runBatchBench } from "./batch.bench.ts";
import { runEngineBench } from "./engines.bench.ts";
import { runHostBench } from "./host.bench.ts";
import { runSimulateBench } from "./simulate.bench.ts";
import { runStatementsBench } from "./statements.bench.ts";

await runEngineBench();
runStatementsBench();
await runSimulateBench();
await runAppBench();
await runHostBench();
await runBatchBench();
