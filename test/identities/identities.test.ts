import { beforeAll } from "vitest";
import { exampleSpecimens, randomSpecimens } from "../random/corpus.ts";
// One file, so that the random documents are drawn and computed once for all of them.
import "./accounts.ts";
import "./area.ts";
import "./money.ts";

beforeAll(() => {
  exampleSpecimens();
  randomSpecimens();
}, 240_000);
