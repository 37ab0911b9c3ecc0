import { runAppBench } from "./app.bench.ts";
import { runEngineBench } from "./engines.bench.ts";

runEngineBench();
await runAppBench();
