import { App as AntApp } from "antd";
import { useEffect } from "react";
import { drawNoticesWith } from "./notices.ts";
import { ProblemLines } from "./ProblemLines.tsx";

/** Draws what other parts report: problems stay until closed, good news passes. */
export function Notices() {
  const { notification, message } = AntApp.useApp();
  useEffect(() => {
    drawNoticesWith({
      problems: (problems) =>
        notification.error({
          title: problems[0]?.message ?? "",
          description: <ProblemLines problems={problems} />,
          placement: "bottomRight",
          duration: 8,
          key: problems[0]?.code ?? "problem",
        }),
      done: (text) => void message.success(text, 2),
    });
  }, [notification, message]);
  return null;
}
