import { constants } from "node:fs";
import { access, type FileHandle, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";

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
}

/** The few operations on files that saving rests on, in one place so that tests can stop or fail at each of them. */
export interface Disk {
  /** Facts about a path, links followed; undefined where nothing is there. */
  facts(path: string): Promise<FileFacts | undefined>;
  resolve(path: string): Promise<string>;
  read(path: string): Promise<Uint8Array>;
  /** Creates a file that must not exist; with the given permission bits, or those the system gives to new files. */
  create(path: string, mode?: number): Promise<OutFile>;
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

async function create(path: string, mode?: number): Promise<OutFile> {
  const handle = await open(path, "wx");
  try {
    if (mode !== undefined) await handle.chmod(mode);
  } catch (error) {
    // Some network drives know no permission bits.
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(errnoOf(error) ?? "")) {
      await handle.close();
      throw error;
    }
  }
  return outFile(handle);
}

async function facts(path: string): Promise<FileFacts | undefined> {
  try {
    const found = await stat(path);
    const kind = found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
    const mode = found.mode & 0o777;
    return { kind, bytes: found.size, mode, writable: await isWritable(path, mode) };
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
  resolve: (path) => realpath(path),
  read: (path) => readFile(path),
  create,
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder,
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
