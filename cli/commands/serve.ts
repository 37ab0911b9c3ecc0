import { existsSync } from "node:fs";
import { join } from "node:path";
import { createApp } from "../../app/app.ts";
import type { Reply, SessionView, TextView } from "../../app/contract.ts";
import type { AppHandle } from "../../app/host.ts";
import { logText } from "../../app/log.ts";
import { appProblem } from "../../app/problems.ts";
import type { Arguments, Command } from "../arguments.ts";
import { Exit, printJson, printLine, printProblems } from "../output.ts";
import { dataFolder, faceFolder } from "../serve/folders.ts";
import type { LoopbackHost } from "../serve/server.ts";
import { licenceFiles, programBuild, programVersion } from "../version.ts";

/** The face in a browser: what development and tests use, and what stands in where Electron is missing. */
export const serve: Command = {
  takes: "serve [FILE] [--port N]",
  does: {
    zh: "在浏览器中打开界面(仅限本机,地址带令牌)",
    en: "the face in a browser, for this machine only, its address with a token",
  },
  words: [0, 1],
  job: "never",
  options: {
    port: { zh: "端口,不写则任选", en: "port; any free one when left out" },
  },
  examples: ["serve plan.json", "serve --port 4180"],
  run: async (args) => {
    const port = Number(args.option("port") ?? "0");
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      return printProblems([appProblem("serve.port", "--port", args.option("port") ?? "")], args.lang);
    const face = faceFolder();
    if (!existsSync(join(face, "index.html"))) return printProblems([appProblem("serve.not_built", face)], args.lang);
    let opened: string | undefined;
    const build = programBuild();
    const notice = standInNotice(process.env["PINGHENG_STAND_IN"]);
    const app = createApp({
      host: {
        ...{ kind: "loopback", contract: 2, version: programVersion(), runtime: `Node.js ${process.versions.node}` },
        ...(build === undefined ? {} : { build }),
        ...(notice === undefined ? {} : { notice }),
      },
      licenceFiles: licenceFiles(face),
      dataFolder: dataFolder(process.env, process.platform),
      initialSession: () => opened,
    });
    try {
      const [file] = args.words;
      const session = file === undefined ? undefined : await open(app, file, args);
      if (session?.ok === false) return printViews(session);
      opened = session?.value.session;
      return await stay(app, { face, port, args });
    } finally {
      await app.close();
    }
  },
};

interface Stay {
  readonly face: string;
  readonly port: number;
  readonly args: Arguments;
}

/** Serves until the program is told to end. */
async function stay(app: AppHandle, { face, port, args }: Stay): Promise<number> {
  // Only this command needs Node's HTTP, and loading it takes longer than reading a model.
  const { startLoopback } = await import("../serve/server.ts");
  let host: LoopbackHost;
  try {
    host = await startLoopback({
      app,
      face,
      port,
      openOnce: process.env["PINGHENG_OPEN_ONCE"],
      log: (error) => process.stderr.write(`${logText(error)}\n`),
    });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES")))
      throw error;
    return printProblems([appProblem("serve.port_taken", "--port", String(port))], args.lang);
  }
  if (args.json) printJson({ url: host.url });
  else {
    printLine(`平衡的界面在 ${host.url}`);
    printLine(`Pingheng is at ${host.url}`);
  }
  await toldToEnd();
  await host.close();
  return Exit.done;
}

function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

async function open(app: AppHandle, path: string, { lang, passphrases }: Arguments): Promise<Reply<SessionView>> {
  const send = async (given: object) => (await app.call("openPath", { path, lang, ...given })) as Reply<SessionView>;
  const reply = await send({});
  const isLocked = !reply.ok && reply.problems.some(({ code }) => code === "vault.needed");
  if (!isLocked || passphrases === undefined) return reply;
  const passphrase = await passphrases.unlock(path);
  return passphrase.ok ? send({ passphrase: passphrase.value }) : reply;
}

function printViews({ problems }: Extract<Reply<never>, { ok: false }>): number {
  const both = problems.map(({ code, message, path, hint }) => ({
    code,
    message: { zh: message, en: message },
    path,
    ...(hint === undefined ? {} : { hint: { zh: hint, en: hint } }),
  }));
  return printProblems(both, "zh");
}

/** Why the page is in a browser and not in a window, as the starting script found out. */
function standInNotice(reason: string | undefined): TextView | undefined {
  if (reason === "no-electron")
    return {
      zh: "未能取得 Electron,改在浏览器中运行;功能相同,数据仍只在本机。",
      en: "Electron could not be had, so this runs in the browser: the same functions, all data stay on this machine.",
    };
  if (reason === "no-display")
    return {
      zh: "没有图形界面可用,改在浏览器中运行;数据仍只在本机。",
      en: "There is no display for a window, so this runs in the browser; all data stay on this machine.",
    };
  return undefined;
}
