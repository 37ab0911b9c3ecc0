import { useEffect } from "react";
import type { PortfolioFigureView, PortfolioLineView, PortfolioView } from "../../app/contract.ts";
import { useWords } from "../language/i18n.ts";
import { call } from "../session/host.ts";
import { useSession } from "../session/store.ts";
import { useJob } from "../session/useJob.ts";

/** The portfolio on screen, computed anew whenever the document changes; the last answer stays until the next is there. */
export function usePortfolio() {
  const job = useJob<PortfolioView>({ keeps: true });
  const { start, answer } = job;
  const version = useSession((state) => state.session?.version);
  const { lang } = useWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer is about one version, in one language
  useEffect(() => {
    void start(({ session, job: id }) => call("portfolio", { session, job: id }));
  }, [start, version, lang]);
  const again = () => start(({ session, job: id }) => call("portfolio", { session, job: id }));
  return { ...job, start: again, stale: answer !== null && answer.version !== version };
}

/** Lines and figures of an answer by id. */
export interface Found {
  readonly figure: (id: string) => PortfolioFigureView | undefined;
  readonly line: (id: string) => PortfolioLineView | undefined;
}

export function foundIn({ figures, lines }: PortfolioView): Found {
  const figure = new Map(figures.map((one) => [one.id, one]));
  const line = new Map(lines.map((one) => [one.id, one]));
  return { figure: (id) => figure.get(id), line: (id) => line.get(id) };
}
