import { fileProblem } from "../../models/wording/file.ts";
import type { Problem } from "../../models/wording/problem.ts";
import { vaultProblem } from "../../models/wording/vault.ts";
import { headerOf, isLocked } from "../vault/container.ts";
import { applicationId, firstLayout, layoutVersion } from "./identity.ts";
import { limits } from "./limits.ts";

const headerBytes = 100;
const magic = "SQLite format 3\0";
const jsonStart = /^(?:\u00ef\u00bb\u00bf)?\s*[{[]/;

// Positions inside the header of an SQLite file (https://www.sqlite.org/fileformat.html, section 1.3).
const at = {
  pageSize: 16,
  writeFormat: 18,
  readFormat: 19,
  pages: 28,
  encoding: 56,
  userVersion: 60,
  applicationId: 68,
};
const rollbackFormat = 1;
const utf8 = 1;

function pageSizeOf(view: DataView): number | undefined {
  const stored = view.getUint16(at.pageSize);
  const size = stored === 1 ? 65_536 : stored;
  return size >= 512 && (size & (size - 1)) === 0 ? size : undefined;
}

function identityProblem(view: DataView, path: string): Problem | undefined {
  if (view.getUint32(at.applicationId) !== applicationId) return fileProblem("foreign", {}, path);
  const version = view.getUint32(at.userVersion);
  if (version > layoutVersion) {
    return fileProblem("version_future", { found: version, supported: layoutVersion }, path);
  }
  return version < firstLayout ? fileProblem("version_unknown", { found: version }, path) : undefined;
}

function shapeProblem(bytes: Uint8Array, view: DataView, path: string): Problem | undefined {
  if (bytes[at.writeFormat] !== rollbackFormat || bytes[at.readFormat] !== rollbackFormat) {
    return fileProblem("wal", {}, path);
  }
  const pageSize = pageSizeOf(view);
  if (pageSize === undefined) return fileProblem("damaged", { detail: "page size" }, path);
  const expected = view.getUint32(at.pages) * pageSize;
  if (bytes.length < expected) return fileProblem("truncated", { bytes: bytes.length, expected }, path);
  if (bytes.length > expected) return fileProblem("damaged", { detail: "bytes after the end" }, path);
  if (view.getUint32(at.encoding) !== utf8) return fileProblem("damaged", { detail: "text encoding" }, path);
  return undefined;
}

/**
 * Judges a file by its first bytes and its length, before SQLite sees it.
 * @param path only named in the problem
 * @returns why the file is refused; undefined where it may be opened
 */
export function headerProblem(bytes: Uint8Array, path: string): Problem | undefined {
  if (bytes.length > limits.fileBytes) {
    return fileProblem("too_large", { bytes: bytes.length, limit: limits.fileBytes }, path);
  }
  if (bytes.length === 0) return fileProblem("empty", {}, path);
  if (isLocked(bytes)) {
    const header = headerOf(bytes, path);
    return header.ok ? vaultProblem("needed", path) : header.problems[0];
  }
  const start = Buffer.from(bytes.subarray(0, headerBytes)).toString("latin1");
  if (!start.startsWith(magic)) return fileProblem(jsonStart.test(start) ? "is_json" : "not_model", {}, path);
  if (bytes.length < headerBytes) {
    return fileProblem("truncated", { bytes: bytes.length, expected: headerBytes }, path);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return identityProblem(view, path) ?? shapeProblem(bytes, view, path);
}
