import { existsSync } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ModelDocument } from "../../models/document/schema.ts";
import type { Result } from "../../models/wording/problem.ts";
import type { ExampleInfo } from "../contract.ts";
import { refuse } from "../problems.ts";
import { ENGLISH } from "./exampleWords.ts";
import { type ReadOptions, readModelPath } from "./read.ts";

/** The checkout's folder, seen from the sources and from the built program; beside the archive in an installed one. */
const PLACES = ["../../examples", "../../../examples"];

/** Folder of the complete models a newcomer can open. */
export function examplesFolder(): string {
  const places = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return places.find((place) => existsSync(place)) ?? places[0] ?? "";
}

const isExampleName = (name: string): boolean =>
  extname(name) === ".json" && /^[a-z0-9-]+$/.test(basename(name, ".json"));

async function exampleIds(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const names = await readdir(folder);
  return names
    .filter(isExampleName)
    .map((name) => basename(name, ".json"))
    .sort();
}

/** What the examples are called and what they show, as they say themselves. */
export async function listExamples(folder = examplesFolder()): Promise<readonly ExampleInfo[]> {
  const ids = await exampleIds(folder);
  const infos = await Promise.all(
    ids.map(async (id) => {
      const read = await readExample(id, {}, folder);
      return read.ok ? [infoOf(id, read.value)] : [];
    }),
  );
  return infos.flat();
}

function infoOf(id: string, { project, members }: ModelDocument): ExampleInfo {
  const summary = project.summary ?? "";
  const english = Object.hasOwn(ENGLISH, id) ? ENGLISH[id] : undefined;
  return {
    id,
    title: { zh: project.name, en: english?.title ?? project.name },
    summary: { zh: summary, en: english?.summary ?? summary },
    ...(members === undefined ? { kind: "project", ...kindOf(project) } : { kind: "portfolio" }),
  };
}

/** 类型、更新方式、户数, in the words of the contract. */
export function kindOf({
  type,
  mode,
  households,
}: ModelDocument["project"]): Required<Pick<ExampleInfo, "type">> & Pick<ExampleInfo, "mode" | "households"> {
  return {
    type: type === "new_build" ? "new-build" : "renovation",
    ...(mode === undefined ? {} : { mode }),
    ...(households === undefined ? {} : { households }),
  };
}

export async function readExample(
  id: string,
  options: ReadOptions = {},
  folder = examplesFolder(),
): Promise<Result<ModelDocument>> {
  if (!(await exampleIds(folder)).includes(id))
    return refuse("example.unknown", id, (await exampleIds(folder)).join(", "));
  const read = await readModelPath(join(folder, `${id}.json`), options);
  return read.ok ? { ok: true, value: read.value.document } : read;
}

/** Id of the example a path leads to; examples are opened as copies, so that nobody saves over them. */
export async function exampleAt(path: string, folder = examplesFolder()): Promise<string | undefined> {
  if (!isExampleName(basename(path)) || !existsSync(path) || !existsSync(folder)) return undefined;
  const [there, here] = await Promise.all([realpath(path), realpath(folder)]);
  return dirname(there) === here ? basename(there, ".json") : undefined;
}
