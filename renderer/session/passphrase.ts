import { create } from "zustand";
import type { Reply } from "../../app/contract.ts";

/** What a passphrase locks. */
type Locked = "file" | "key";

interface Asking {
  readonly locked: Locked;
  /** What is to be opened. */
  readonly name: string;
  /** Why the passphrase given before would not do. */
  readonly refused: string | undefined;
  readonly answer: (passphrase: string | undefined) => void;
}

/** A passphrase somebody is being asked for. */
export const useAsking = create<{ readonly asking: Asking | null }>()(() => ({ asking: null }));

/** @returns undefined where the person would rather not */
function ask(asked: Pick<Asking, "locked" | "name" | "refused">): Promise<string | undefined> {
  return new Promise((resolve) => {
    const answer = (passphrase: string | undefined): void => {
      useAsking.setState({ asking: null });
      resolve(passphrase);
    };
    useAsking.setState({ asking: { ...asked, answer } });
  });
}

const LOCKED: ReadonlySet<string> = new Set(["vault.needed", "vault.refused"]);

/**
 * Asks the host for something that may be locked by a passphrase, and the person for that as often as it is wrong.
 * @returns undefined where the person gave up
 */
export async function withPassphrase<T>(
  name: string,
  send: (given: { readonly passphrase?: string }) => Promise<Reply<T>>,
  locked: Locked = "file",
): Promise<Reply<T> | undefined> {
  let reply = await send({});
  while (!reply.ok) {
    const problem = reply.problems.find(({ code }) => LOCKED.has(code));
    if (problem === undefined) return reply;
    const refused = problem.code === "vault.refused" ? problem.message : undefined;
    const passphrase = await ask({ locked, name, refused });
    if (passphrase === undefined) return undefined;
    reply = await send({ passphrase });
  }
  return reply;
}
