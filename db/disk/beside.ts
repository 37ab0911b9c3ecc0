import { basename, dirname, join } from "node:path";
import { sha256 } from "../fingerprint.ts";

/** What lies beside a file for a while. */
export interface Beside {
  /** Held while the file is being replaced. */
  readonly lock: string;
  /** What will take the file's place. */
  readonly temporary: string;
  /** Names the program in which the file is open. */
  readonly hold: string;
  /** Drafts of a file that is locked by a passphrase. */
  readonly draft: string;
}

const stemLength = 12;

/** Names derived from a fingerprint stay short where the file's own name is as long as the system allows. */
export function besideOf(target: string): Beside {
  const stem = join(dirname(target), `.pingheng-${sha256(basename(target)).slice(0, stemLength)}`);
  return { lock: `${stem}.lock`, temporary: `${stem}.tmp`, hold: `${stem}.open`, draft: `${stem}.draft` };
}
