import { useEffect } from "react";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { notifyProblems } from "../shell/notices.ts";
import { readLibrary, useExperience } from "./store.ts";

/** What is typed meanwhile is not slowed down: it seldom changes what other projects have. */
const RESTS_MS = 400;

/** While forms are shown: what the library has for their places, asked for anew when the model or the library changes. */
export function useExperienceValues(): void {
  const session = useSession((state) => state.session?.session);
  const version = useSession((state) => state.session?.version);
  const scenario = useSession((state) => state.scenario);
  const library = useExperience((state) => state.library);
  useEffect(() => {
    if (library === null) void readLibrary();
  }, [library]);
  const isEmpty = library === null || library.projects.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version and the library say when the answer is another
  useEffect(() => {
    if (session === undefined || isEmpty) {
      useExperience.setState({ values: {} });
      return;
    }
    let current = true;
    const timer = setTimeout(() => {
      void call("experienceValues", { session, scenario }).then((reply) => {
        if (!current) return;
        useExperience.setState({ values: reply.ok ? reply.value : {} });
        if (!reply.ok) notifyProblems(reply.problems);
      });
    }, RESTS_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [session, version, scenario, library, isEmpty]);
}
