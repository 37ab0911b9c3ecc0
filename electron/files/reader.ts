import { utilityProcess } from "electron";
import { type LaunchGuard, readerEnvironment } from "../../app/host.ts";

/**
 * Starts the program that reads files of unknown origin in Electron's utility process: the packaged program cannot run
 * itself as plain Node, which is switched off in it.
 */
export const launchReader: LaunchGuard = (program) => {
  const child = utilityProcess.fork(program, [], {
    serviceName: "pingheng-reader",
    stdio: "ignore",
    env: readerEnvironment(),
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on("message", listener);
    },
    onExit: (listener) => {
      child.once("exit", (code) => listener(String(code)));
    },
    kill: () => {
      // The polite signal is not heard inside an endless loop of SQLite.
      if (child.pid !== undefined) process.kill(child.pid, "SIGKILL");
    },
  };
};
