import { fork } from "node:child_process";

/** A running process that reads one file. */
export interface GuardChild {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once when it has ended by itself or could not be started; `detail` says how, for the user's report. */
  onExit(listener: (detail: string) => void): void;
  kill(): void;
}

/** Starts a program file in a process of its own. Electron supplies its utility process, Node its `fork`. */
export type LaunchGuard = (program: string) => GuardChild;

const errorKept = 4000;

/** How a process ended, without the trace of where: its signal or exit status, and the error it named. */
function endOf(status: number | string | null, said: string): string {
  const error = /^\w*Error(?: \[\w+\])?: (.{1,200})/m.exec(said)?.[0];
  return error === undefined ? `${status}` : `${status}, ${error}`;
}

const passedOn = ["PATH", "SystemRoot", "TEMP", "TMPDIR"];

/** What a process needs from the environment to start at all; nothing else is handed to the reader of a hostile file. */
export function readerEnvironment(): Record<string, string> {
  return Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Starts the reader by Node's own `fork`. */
export const launchByFork: LaunchGuard = (program) => {
  const child = fork(program, [], {
    execArgv: [],
    env: readerEnvironment(),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString("utf8")).slice(0, errorKept);
  });
  return {
    send: (message) => {
      child.send(Object(message), (error) => {
        if (error) said += error.message;
      });
    },
    onMessage: (listener) => child.on("message", listener),
    onExit: (listener) => {
      child.once("error", (error) => listener(error.message));
      child.once("close", (code, signal) => listener(endOf(signal ?? code, said)));
    },
    kill: () => child.kill("SIGKILL"),
  };
};
