import { modelJsonSchema } from "../../models/document/jsonSchema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { coveragePage } from "./coverage.ts";
import { languagePage } from "./language.ts";
import { mechanismPage } from "./mechanism.ts";
import { mechanismIndexPage } from "./mechanismIndex.ts";
import { rulePages } from "./rules.ts";

/** Every generated page: its path below `docs/`, its text. */
export function pages(): ReadonlyMap<string, string> {
  return new Map([
    ["model.schema.json", modelJsonSchema()],
    ["coverage.md", coveragePage()],
    ["language.md", languagePage()],
    ["mechanisms/README.md", mechanismIndexPage()],
    ...rulePages(),
    ...[...mechanisms.values()].map(
      (mechanism) => [`mechanisms/${mechanism.id}.md`, mechanismPage(mechanism)] as const,
    ),
  ]);
}
