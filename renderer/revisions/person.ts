import { create } from "zustand";
import { call } from "../session/host.ts";
import { notifyProblems } from "../shell/notices.ts";

/** The name revisions, remarks and audited figures are signed with; null until the host has said it. */
export const usePerson = create<{ readonly name: string | null }>()(() => ({ name: null }));

export async function readPerson(): Promise<void> {
  const reply = await call("person", {});
  if (reply.ok) usePerson.setState({ name: reply.value.name });
  else notifyProblems(reply.problems);
}

export async function renamePerson(name: string): Promise<void> {
  const reply = await call("person", { name });
  if (reply.ok) usePerson.setState({ name: reply.value.name });
  else notifyProblems(reply.problems);
}
