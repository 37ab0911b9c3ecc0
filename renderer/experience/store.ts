import { create } from "zustand";
import type { ExperienceValueView, ExperienceView, Reply } from "../../app/contract.ts";
import { call } from "../session/host.ts";
import { notifyProblems } from "../shell/notices.ts";

interface Experience {
  /** Null until it was asked for. */
  readonly library: ExperienceView | null;
  /** What other projects have, by path of the model that is open. */
  readonly values: Readonly<Record<string, readonly ExperienceValueView[]>>;
}

export const useExperience = create<Experience>()(() => ({ library: null, values: {} }));

/** Shows the library as it is now. @returns whether it could be read */
export function showLibrary(reply: Reply<ExperienceView>): boolean {
  if (reply.ok) useExperience.setState({ library: reply.value });
  else notifyProblems(reply.problems);
  return reply.ok;
}

export async function readLibrary(): Promise<void> {
  showLibrary(await call("experience", {}));
}
