import { existsSync } from "node:fs";
import { readdir, realpath } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ModelDocument } from "../../models/document/schema.ts";
import type { Result } from "../../models/wording/problem.ts";
import type { ExampleInfo } from "../contract.ts";
import { refuse } from "../problems.ts";
import { readModelPath } from "./read.ts";

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
      const read = await readExample(id, folder);
      return read.ok ? [infoOf(id, read.value)] : [];
    }),
  );
  return infos.flat();
}

function infoOf(id: string, { project }: ModelDocument): ExampleInfo {
  const title = TITLES[id] ?? { zh: project.name, en: project.name };
  const summary = project.summary ?? "";
  return { id, title: { zh: project.name, en: title.en }, summary: { zh: summary, en: SUMMARIES[id] ?? summary } };
}

/** English names of the examples, whose documents are written in Chinese. */
const TITLES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  rebuild: { zh: "全拆重建", en: "Demolition and rebuilding of an old community (fictitious)" },
  infill: { zh: "插花式更新", en: "Infill renewal (fictitious)" },
  rehabilitation: { zh: "综合整治", en: "Comprehensive rehabilitation (fictitious)" },
  "new-build": { zh: "带方案出让的规划新建", en: "New community on land sold with a scheme (fictitious)" },
  "special-bond": { zh: "专项债更新项目", en: "Renewal paid by special bonds (fictitious)" },
  zhegong: { zh: "浙工新村自主更新", en: "Zhegong New Village, renewal by its owners (published figures)" },
};

const SUMMARIES: Readonly<Record<string, string>> = {
  rebuild:
    "A fictitious old community demolished and rebuilt as a future community: 40 years by quarter. All numbers are examples.",
  infill:
    "A fictitious old community where three tenths are rebuilt at a higher density and the rest is repaired: 25 years by quarter. All numbers are examples.",
  rehabilitation:
    "A fictitious community of 1,200 households repaired with residents' money, the maintenance fund, grants and an operator contract: 20 years by month. All numbers are examples.",
  "new-build":
    "A fictitious new community on land sold with a scheme to build and run named facilities: 18 years by quarter. All numbers are examples.",
  "special-bond":
    "A fictitious renewal of several old communities repaid from parking, rooms and services over a 20-year special bond: by half-year. All numbers are examples.",
  zhegong:
    "Zhegong New Village in Hangzhou, 548 households, rebuilt by its owners, from published figures; what they leave open is shown as such.",
};

export async function readExample(id: string, folder = examplesFolder()): Promise<Result<ModelDocument>> {
  if (!(await exampleIds(folder)).includes(id))
    return refuse("example.unknown", id, (await exampleIds(folder)).join(", "));
  const read = await readModelPath(join(folder, `${id}.json`));
  return read.ok ? { ok: true, value: read.value.document } : read;
}

/** Id of the example a path leads to; examples are opened as copies, so that nobody saves over them. */
export async function exampleAt(path: string, folder = examplesFolder()): Promise<string | undefined> {
  if (!isExampleName(basename(path)) || !existsSync(path) || !existsSync(folder)) return undefined;
  const [there, here] = await Promise.all([realpath(path), realpath(folder)]);
  return dirname(there) === here ? basename(there, ".json") : undefined;
}
