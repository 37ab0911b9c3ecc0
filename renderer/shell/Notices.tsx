import { App as AntApp } from "antd";
import { useEffect } from "react";
import type { ProblemView } from "../../app/contract.ts";
import { drawNoticesWith } from "./notices.ts";
import { ProblemLines } from "./ProblemLines.tsx";

/** Draws what other parts report: problems stay until closed, good news passes. */
export function Notices() {
  const { notification, message } = AntApp.useApp();
  useEffect(() => {
    const shown = (problems: readonly ProblemView[]) => ({
      title: problems[0]?.message ?? "",
      description: <ProblemLines problems={problems} />,
      placement: "bottomRight" as const,
      duration: 8,
      key: problems[0]?.code ?? "problem",
    });
    drawNoticesWith({
      problems: (problems) => notification.error(shown(problems)),
      told: (told) => notification.info(shown(told)),
      done: (text) => void message.success(text, 2),
    });
  }, [notification, message]);
  return null;
}
