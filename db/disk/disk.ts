import { constants } from "node:fs";
import { access, type FileHandle, open, readFile, readlink, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative } from "node:path";

/** An open file being written. */
export interface OutFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Returns once the bytes are on the drive, not only in the system's memory. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface FileFacts {
  readonly kind: "file" | "folder" | "other";
  readonly bytes: number;
  /** Permission bits. */
  readonly mode: number;
  readonly writable: boolean;
  /** When its contents last changed, in milliseconds since 1970. */
  readonly changedMs: number;
  /** How many names it has. */
  readonly links: number;
  readonly owner: { readonly user: number; readonly group: number };
}

/** The few operations on files that saving rests on, in one place so that tests can stop or fail at each of them. */
export interface Disk {
  /** Facts about a path, links followed; undefined where nothing is there. */
  facts(path: string): Promise<FileFacts | undefined>;
  /** The place a path means, links followed, also where nothing is there yet. */
  resolve(path: string): Promise<string>;
  read(path: string): Promise<Uint8Array>;
  /** Creates a file that must not exist; with the given permission bits and owner, or those the system gives to new files. */
  create(path: string, mode?: number, owner?: FileFacts["owner"]): Promise<OutFile>;
  /** Adds to the end of a file that is there, and returns once the bytes are on the drive. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes a rename inside the folder survive a power cut. */
  syncFolder(folder: string): Promise<void>;
  pause(milliseconds: number): Promise<void>;
}

/** The error code the operating system gave, e.g. ENOSPC; undefined for any other error. */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || !("syscall" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

function outFile(handle: FileHandle): OutFile {
  return {
    write: async (bytes) => {
      for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done)).bytesWritten;
    },
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

async function isWritable(path: string, mode: number): Promise<boolean> {
  // The bits as well: an administrator may write anything, but a write-protected file is meant to stay as it is.
  if ((mode & 0o222) === 0) return false;
  try {
    await access(path, constants.W_OK);
    return true;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return false;
  }
}

/** Some network drives know no permission bits, and most users may not give a file to another. */
const cannot = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

async function create(path: string, mode?: number, owner?: FileFacts["owner"]): Promise<OutFile> {
  const handle = await open(path, "wx");
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (cannot.has(errnoOf(error) ?? "")) return;
      await handle.close();
      throw error;
    }
  };
  // The owner first: changing it takes some permission bits away.
  if (owner !== undefined && process.getuid?.() !== owner.user)
    await attempt(() => handle.chown(owner.user, owner.group));
  if (mode !== undefined) await attempt(() => handle.chmod(mode));
  return outFile(handle);
}

async function append(path: string, bytes: Uint8Array): Promise<void> {
  // For reading too: such a file must be there already.
  const handle = await open(path, constants.O_RDWR | constants.O_APPEND);
  const file = outFile(handle);
  try {
    await file.write(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

const linksMax = 40;

async function resolve(path: string, links = 0): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
  }
  // A link to what is not there (yet) is followed all the same: saving there must not put a file in the place of the link.
  const to = await linkAt(path);
  return to === undefined || links >= linksMax ? path : resolve(join(dirname(path), to), links + 1);
}

async function linkAt(path: string): Promise<string | undefined> {
  try {
    const to = await readlink(path);
    return isAbsolute(to) ? relative(dirname(path), to) : to;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

async function facts(path: string): Promise<FileFacts | undefined> {
  try {
    const found = await stat(path);
    const kind = found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
    const mode = found.mode & 0o777;
    return {
      kind,
      bytes: found.size,
      mode,
      writable: await isWritable(path, mode),
      changedMs: found.mtimeMs,
      links: found.nlink,
      owner: { user: found.uid, group: found.gid },
    };
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its file system writes renames in order by itself.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The real file system. */
export const realDisk: Disk = {
  facts,
  resolve: (path) => resolve(path),
  read: (path) => readFile(path),
  create,
  append,
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder,
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
