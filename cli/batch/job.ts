import type { Problem } from "../../models/wording/problem.ts";
import { fail, type Result, succeed } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";

/** What a line asks for. */
export interface Job {
  readonly id: JobId;
  readonly command: string;
  readonly file?: string;
  /** A document that came with the line; still to be checked. */
  readonly document?: unknown;
  /** The words that would follow FILE on the command line. */
  readonly args: readonly string[];
}

export type JobId = string | number;

const KEYS: ReadonlySet<string> = new Set(["id", "command", "file", "document", "args"]);
const ID_LENGTH_MAX = 1000;

/** Reads a job out of the value of a line; the first mistake is enough. */
export function readJob(value: unknown): Result<Job> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return mistake("object", "");
  const { id, command, file, document, args = [] } = value as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(value).find((key) => !KEYS.has(key));
  if (unknown !== undefined) return mistake("key", unknown);
  if (!isId(id)) return mistake("id", "id");
  if (typeof command !== "string") return mistake("command", "command");
  if (file !== undefined && (typeof file !== "string" || file === "")) return mistake("file", "file");
  if (file !== undefined && document !== undefined) return mistake("both", "document");
  if (!Array.isArray(args) || !args.every((word) => typeof word === "string" || typeof word === "number"))
    return mistake("args", "args");
  const words = args.map(String);
  return succeed({ id, command, args: words, ...(file === undefined ? {} : { file }), document });
}

/** The id of a line that is no job otherwise, so that its answer can be told from others. */
export function idOf(value: unknown): JobId | null {
  const id = typeof value === "object" && value !== null ? (value as { readonly id?: unknown }).id : undefined;
  return isId(id) ? id : null;
}

/** The id of a line as it stands, unchecked otherwise: what is no JSON has none. */
export function idOnLine(bytes: Uint8Array): JobId | null {
  try {
    return idOf(JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8")));
  } catch {
    // Whoever does the job says what is wrong with the line.
    return null;
  }
}

const isId = (id: unknown): id is JobId =>
  typeof id === "number" || (typeof id === "string" && id.length <= ID_LENGTH_MAX);

type Mistake = keyof typeof WORDING;

const HINT: Text = {
  zh: '每行如 {"id":"a1","command":"evaluate","file":"plan.json","args":["--engine","kernel"]}',
  en: 'a line is such as {"id":"a1","command":"evaluate","file":"plan.json","args":["--engine","kernel"]}',
};

/** Where the line is not what is wrong. */
const HINTS: Partial<Record<Mistake, Text>> = {
  locked: {
    zh: "单独运行此命令(--passphrase-fd 给出口令),或先用 unlock 解除加密",
    en: "run the command by itself, with --passphrase-fd, or unlock the file first",
  },
};

const WORDING = {
  object: { zh: "此行不是 JSON 对象", en: "this line is no JSON object" },
  key: { zh: "作业没有这一项", en: "a job has no such key" },
  id: { zh: "作业须有 id:文字或数字", en: "a job needs an id: a text or a number" },
  command: { zh: "作业须写明 command", en: "a job needs its command" },
  file: { zh: "file 须为文件名", en: "file must be the name of a file" },
  both: { zh: "file 与 document 只能写一项", en: "a job has a file or a document, not both" },
  args: { zh: "args 须为文字的列表", en: "args must be a list of texts" },
  id_taken: {
    zh: "此 id 已用于前面的作业,两项答复将无法区分",
    en: "an earlier job has this id already: their answers could not be told apart",
  },
  workers: {
    zh: "作业之间已并行,不接受 --workers;在 batch 上写 --workers",
    en: "jobs run side by side already: --workers is not taken here; give it to batch",
  },
  too_long: { zh: "此行过长", en: "this line is too long" },
  never: { zh: "此命令不能作为作业", en: "this command cannot be a job" },
  needs_file: {
    zh: "此命令需要 file,不能随行附文档",
    en: "this command needs a file; no document can come with the line",
  },
  locked: {
    zh: "文件已用口令加密,作业不能询问口令,未读出任何内容",
    en: "the file is locked by a passphrase, which a job cannot ask for; nothing of it was read",
  },
  force: {
    zh: "作业不能覆盖已有文件,不接受 --force",
    en: "a job may not replace a file: --force is not taken",
  },
} as const satisfies Record<string, Text>;

/** What is wrong with a line, at the key it is wrong with. */
export function jobProblem(code: Mistake, path: string): Problem {
  return { code: `batch.${code}`, message: WORDING[code], path, hint: HINTS[code] ?? HINT };
}

const mistake = (code: Mistake, path: string): Result<never> => fail(jobProblem(code, path));
