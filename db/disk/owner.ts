import { readFileSync } from "node:fs";
import { hostname, uptime, userInfo } from "node:os";
import { z } from "zod";
import { errnoOf } from "./disk.ts";

/**
 * A running program of some computer, as a lock file names it. A process number alone says little: after a restart, or some time later, it
 * is another program's, so that the start of the computer and of the program stand beside it.
 */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Tells computers of one name apart; null where the system has no such number. */
  readonly machine: string | null;
  /** Tells one start of the computer from the next. */
  readonly boot: string;
  /** When the program started, in the system's own count; null where the system does not tell. */
  readonly start: string | null;
  readonly user: string;
  /** ISO 8601, UTC. */
  readonly since: string;
}

const word = z.string().max(200);
const ownerSchema = z.object({
  pid: z.int().min(1).max(4_294_967_295),
  host: word,
  machine: word.nullable(),
  boot: word,
  start: word.nullable(),
  user: word,
  since: z.iso.datetime(),
});

/** How long a lock of another computer is believed without a sign of life. */
const foreignMs = 10 * 60_000;

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return null;
  }
}

/** Field 22 of Linux's account of a process: the start of it, counted from the start of the computer. */
const startField = 22;

function startOf(pid: number): string | null {
  const stat = process.platform === "linux" ? textOf(`/proc/${pid}/stat`) : null;
  // The second field is the name in brackets, which may hold blanks and brackets itself.
  const after = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return after?.[startField - 3] ?? null;
}

function bootOf(): string {
  const id = process.platform === "linux" ? textOf("/proc/sys/kernel/random/boot_id") : null;
  // Elsewhere the minute in which the computer started; a clock that is set makes it another.
  return id ?? `${Math.round((Date.now() - uptime() * 1000) / 60_000)}`;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    // A user without an entry in the system's list has no name.
    if (errnoOf(error) === undefined && !(error instanceof Error && "code" in error)) throw error;
    return "";
  }
}

const machine = process.platform === "linux" ? textOf("/etc/machine-id") : null;
const boot = bootOf();

/** This program, from now on. */
export function ownName(): Owner {
  return {
    pid: process.pid,
    host: hostname(),
    machine,
    boot,
    start: startOf(process.pid),
    user: userName(),
    since: new Date().toISOString(),
  };
}

/** @returns undefined for a text that names nobody */
export function ownerIn(text: string): Owner | undefined {
  try {
    const parsed = ownerSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

export const isOwn = ({ pid, host, boot: started, start }: Owner): boolean =>
  pid === process.pid && host === hostname() && started === boot && start === startOf(process.pid);

/**
 * Whether a program has ended for certain, or is silent for so long that it counts as ended.
 * @param silentMs since it last gave a sign of life
 */
export function hasEnded(owner: Owner, silentMs: number): boolean {
  const here = owner.host === hostname() && owner.machine === machine;
  if (!here) return silentMs > foreignMs;
  if (owner.boot !== boot) return machine !== null || silentMs > foreignMs;
  return !isAlive(owner.pid) || (owner.start !== null && owner.start !== startOf(owner.pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) !== "ESRCH";
  }
}
