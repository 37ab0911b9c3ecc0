// The process that reads one model file of unknown origin, answers, and ends. Started by Node's `fork` or by Electron's
// utility process, which talk through different ports.
import type { Result } from "../../models/wording/problem.ts";
import { readModelBytes } from "../disk/read.ts";
import { readAttachment, readStored } from "../memory/read.ts";
import type { StoredModel } from "../stored.ts";
import { requestIn } from "./protocol.ts";

interface ParentPort {
  once(event: "message", listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === "object" && value !== null && "postMessage" in value;
}

async function answer(message: unknown): Promise<Result<StoredModel | Uint8Array>> {
  const { path, bytes, attachment, ...wanted } = requestIn(message);
  const read = bytes === null ? await readModelBytes(path) : { ok: true as const, value: bytes };
  if (!read.ok) return read;
  return attachment === undefined ? readStored(read.value, path, wanted) : readAttachment(read.value, path, attachment);
}

const parentPort: unknown = Reflect.get(process, "parentPort");

if (isParentPort(parentPort)) {
  parentPort.once("message", async (event) => parentPort.postMessage(await answer(event.data)));
} else if (process.send) {
  process.once("message", async (message) => {
    const result = await answer(message);
    process.send?.(result, () => process.disconnect());
  });
} else {
  throw new Error("reader.process is started by another program, which asks it to read a file");
}
