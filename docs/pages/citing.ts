import { readdirSync, readFileSync } from "node:fs";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { variedLines } from "./variants.ts";

const FIXTURES = new URL("../../test/checks-review/fixtures/", import.meta.url);

const sources = (folder: URL): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"));

/** What fixtures say they prove, by check: documents that fail it, beside a sound one that passes. The product's rule book shows them too. */
export function fixtures(): ReadonlyMap<string, readonly string[]> {
  const found = sources(FIXTURES).flatMap((source) =>
    [...source.matchAll(/id: "([^"]+)",\s+about:\s+"([^"]+)"/g)].map((one) => [one[1] ?? "", one[2] ?? ""] as const),
  );
  return new Map([...Map.groupBy(found, ([id]) => id)].map(([id, list]) => [id, list.map(([, about]) => about)]));
}

/** Mechanisms and their lines by the clauses they rest on. */
export function citingLines(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const add = (clause: string, what: string) => found.set(clause, new Set([...(found.get(clause) ?? []), what]));
  for (const mechanism of mechanisms.values()) {
    for (const clause of mechanism.clauses) add(clause, mechanism.id);
    for (const { line } of variedLines(mechanism))
      for (const clause of line.clauses) add(clause, line.id.split(".the_")[0] ?? line.id);
  }
  return new Map([...found].map(([clause, list]) => [clause, [...list]]));
}
