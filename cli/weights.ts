import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { AdviceQuestion } from "../models/analysis/advise/question.ts";
import { fail, type Result, succeed } from "../models/wording/problem.ts";

type Weights = NonNullable<AdviceQuestion["weights"]>;
type Within = NonNullable<AdviceQuestion["within"]>;

const weightsSchema = z.record(z.string(), z.union([z.literal("no"), z.number()]));

/** `PATH=W`, `SIDE=W`, `PATH=no`, or a file with a JSON object of the same; later ones hold. */
export async function readWeights(words: readonly string[]): Promise<Result<Weights>> {
  const weights: Record<string, number | "no"> = {};
  for (const word of words) {
    const at = word.lastIndexOf("=");
    if (at < 0) {
      const read = await readWeightsFile(word);
      if (!read.ok) return read;
      Object.assign(weights, read.value);
    } else {
      const value = word.slice(at + 1).trim();
      weights[word.slice(0, at).trim()] = value === "no" ? "no" : value === "" ? Number.NaN : Number(value);
    }
  }
  return succeed(weights);
}

async function readWeightsFile(path: string): Promise<Result<Weights>> {
  const problem = (zh: string, en: string) =>
    fail({
      code: "advise.weights_file",
      message: { zh, en },
      path,
      hint: {
        zh: '写法如 {"residents": 3, "components/flats/inputs/price": "no"}',
        en: 'write it like {"residents": 3, "components/flats/inputs/price": "no"}',
      },
    });
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    return problem(`权重文件无法读取(${error.code})`, `the file of weights cannot be read (${error.code})`);
  }
  try {
    const parsed = weightsSchema.safeParse(JSON.parse(text));
    if (parsed.success) return succeed(parsed.data);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return problem("权重文件不是 JSON 的代码与数值", "the file of weights is no JSON object of names and numbers");
}

/** `PATH=MIN..MAX`, either end left out. */
export function readWithin(words: readonly string[]): Result<Within> {
  const within: Record<string, { from?: string; to?: string }> = {};
  for (const word of words) {
    const [, path, from, to] = /^([^=]+)=(.*?)\.\.(.*)$/.exec(word) ?? [];
    if (path === undefined || (from === "" && to === "")) return fail(unread(word));
    within[path] = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  }
  return succeed(within);
}

const unread = (word: string) => ({
  code: "advise.within",
  message: { zh: `上下限“${word}”无法识别`, en: `the ends “${word}” cannot be read` },
  path: "within",
  hint: {
    zh: "写法如 components/area/inputs/far=2.2..2.8",
    en: "write it like components/area/inputs/far=2.2..2.8",
  },
});
