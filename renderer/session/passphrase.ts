import { create } from "zustand";
import type { Reply } from "../../app/contract.ts";

interface Asking {
  /** What is to be opened. */
  readonly name: string;
  /** Why the passphrase given before would not do. */
  readonly refused: string | undefined;
  readonly answer: (passphrase: string | undefined) => void;
}

/** A passphrase somebody is being asked for. */
export const useAsking = create<{ readonly asking: Asking | null }>()(() => ({ asking: null }));

/** @returns undefined where the person would rather not */
function ask(name: string, refused: string | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const answer = (passphrase: string | undefined): void => {
      useAsking.setState({ asking: null });
      resolve(passphrase);
    };
    useAsking.setState({ asking: { name, refused, answer } });
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
): Promise<Reply<T> | undefined> {
  let reply = await send({});
  while (!reply.ok) {
    const problem = reply.problems.find(({ code }) => LOCKED.has(code));
    if (problem === undefined) return reply;
    const passphrase = await ask(name, problem.code === "vault.refused" ? problem.message : undefined);
    if (passphrase === undefined) return undefined;
    reply = await send({ passphrase });
  }
  return reply;
}
