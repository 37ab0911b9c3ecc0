import { useEffect, useRef, useState } from "react";
import type { ProblemView, Reply } from "../../app/contract.ts";

interface Fresh<T> {
  readonly view: T | null;
  readonly problems: readonly ProblemView[];
  /** The view answers an earlier question; the answer to the present one is on its way. */
  readonly stale: boolean;
}

/**
 * An answer of the host that is asked for again whenever the key changes; the last one stays until the next is there.
 * @param key everything the answer depends on; null asks for nothing
 */
export function useFresh<T>(key: string | null, ask: () => Promise<Reply<T>>): Fresh<T> {
  const [answer, setAnswer] = useState<Omit<Fresh<T>, "stale"> & { readonly key: string | null }>({
    view: null,
    problems: [],
    key: null,
  });
  const question = useRef(ask);
  question.current = ask;
  useEffect(() => {
    if (key === null) return;
    let current = true;
    void question.current().then((reply) => {
      // An answer that arrives after the next question was asked is dropped.
      if (!current) return;
      setAnswer(reply.ok ? { view: reply.value, problems: [], key } : { view: null, problems: reply.problems, key });
    });
    return () => {
      current = false;
    };
  }, [key]);
  return { view: answer.view, problems: answer.problems, stale: answer.key !== key };
}
