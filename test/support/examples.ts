import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../examples/", import.meta.url);

/** File names of the examples that are models of one project; a portfolio of projects is told apart by its members. */
export function modelExamples(): string[] {
  return readdirSync(FOLDER).filter(
    (name) => name.endsWith(".json") && !("members" in JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))),
  );
}
