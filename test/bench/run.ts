import { runEngineBench } from "./engines.bench.ts";

runEngineBench();
