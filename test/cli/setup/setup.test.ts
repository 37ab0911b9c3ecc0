import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { captureChild } from "../../../cli/setup/child.mjs";
import { runWithProgressLimit } from "../../../cli/setup/electron.mjs";
import { withLock } from "../../../cli/setup/lock.mjs";
import { canInstallUnder } from "../../../cli/setup/newerNode.mjs";
import { refuseOldNode } from "../../../cli/setup/node24.mjs";
import { holdsAll, packagesReady } from "../../../cli/setup/packages.mjs";
import { inRoot } from "../../../cli/setup/paths.mjs";
import { SetupError } from "../../../cli/setup/say.mjs";
import { findTool, howToGet, missingTools, onPath, tools } from "../../../cli/setup/tools.mjs";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "pingheng-setup-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe("the Node guard", () => {
  it.each(["18.20.4", "20.20.2", "21.7.0"])("refuses %s, on which storage crashes, in both languages", (version) => {
    expect(() => refuseOldNode(version)).toThrow(SetupError);
    try {
      refuseOldNode(version);
    } catch (error) {
      expect(error).toMatchObject({ zh: expect.stringContaining(version), en: expect.stringContaining("Node 24") });
    }
  });

  it("accepts the bundled one, under which the tests run", () => {
    expect(() => refuseOldNode(process.versions.node)).not.toThrow();
    expect(process.versions.node).toMatch(/^24\./);
  });
});

describe("installing", () => {
  it.each(["18.20.8", "20.18.3", "21.7.0", "22.11.0"])("brings a newer Node first under %s", (version) => {
    expect(canInstallUnder(version)).toBe(false);
  });

  it.each(["20.19.0", "22.12.0", "23.1.0", "24.21.0", "26.0.0"])("goes ahead under %s", (version) => {
    expect(canInstallUnder(version)).toBe(true);
  });
});

describe("packages", () => {
  const lock = {
    packages: {
      "": {},
      "node_modules/a": { version: "1.0.0" },
      "node_modules/b": { version: "2.0.0", optional: true },
    },
  };

  it("are complete without those that are optional on this platform", () => {
    expect(holdsAll(lock, { packages: { "node_modules/a": { version: "1.0.0" } } })).toBe(true);
  });

  it("are stale with a missing or another version", () => {
    expect(holdsAll(lock, { packages: {} })).toBe(false);
    expect(holdsAll(lock, { packages: { "node_modules/a": { version: "1.0.1" } } })).toBe(false);
  });

  it("of this checkout are ready", () => {
    expect(packagesReady()).toBe(true);
  });
});

describe("a download", () => {
  /** A busy machine may take seconds to start a program: only what is given up is given little time. */
  const job = (code: string, folder: string, giveUpMs = 4000) => ({
    program: process.execPath,
    args: ["-e", code],
    env: { ...process.env, FOLDER: folder },
    folders: [folder],
    giveUpMs,
    pollMs: 50,
  });

  it("is given up when it makes no progress", async () => {
    const started = Date.now();
    const result = await runWithProgressLimit(job("setTimeout(() => {}, 60000)", temporaryFolder(), 400));
    expect(result).toMatchObject({ ok: false, reason: expect.stringContaining("no progress") });
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it("goes on for as long as bytes arrive", async () => {
    const code = `
      const fs = require("node:fs"); let n = 0;
      const timer = setInterval(() => {
        fs.appendFileSync(process.env.FOLDER + "/part", "x".repeat(100));
        if (++n === 30) clearInterval(timer);
      }, 200);`;
    expect(await runWithProgressLimit(job(code, temporaryFolder()))).toEqual({ ok: true, reason: "" });
  });

  it("that fails says why", async () => {
    const result = await runWithProgressLimit(job('console.error("no route"); process.exit(1)', temporaryFolder()));
    expect(result).toEqual({ ok: false, reason: "no route" });
  });
});

describe("test tools", () => {
  it("are found on PATH", () => {
    const node = process.platform === "win32" ? "node" : "node";
    const before = process.env["PATH"] ?? "";
    process.env["PATH"] = `${dirname(process.execPath)}${delimiter}${before}`;
    onTestFinished(() => {
      process.env["PATH"] = before;
    });
    expect(onPath(node)).toBeDefined();
    expect(onPath("no-such-program-anywhere")).toBeUndefined();
  });

  it("are missing where the named path is not there", async () => {
    process.env["PINGHENG_CHROMIUM"] = "/nowhere/chromium";
    onTestFinished(() => {
      delete process.env["PINGHENG_CHROMIUM"];
    });
    expect(findTool("chromium")).toBeUndefined();
    expect((await missingTools()).map(({ id }) => id)).toContain("chromium");
  });

  it("say how to get each of them", () => {
    for (const tool of tools) expect(howToGet(tool)).toMatch(/apt-get install .+ set PINGHENG_/);
  });
});

describe("the lock", () => {
  it("lets one set-up work at a time", async () => {
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push(`${name} out`);
    };
    const lock = `test-${process.pid}`;
    await Promise.all([withLock(lock, work("a")), withLock(lock, work("b"))]);
    expect(order).toEqual(["a in", "a out", "b in", "b out"]);
  });

  it("is taken over from a process that died", async () => {
    const lock = `test-dead-${process.pid}`;
    const code = `import { withLock } from ${JSON.stringify(inRoot("cli", "setup", "lock.mjs"))};
      await withLock(${JSON.stringify(lock)}, async () => process.kill(process.pid, "SIGKILL"));`;
    await captureChild(process.execPath, ["--input-type=module", "-e", code]);
    expect(await withLock(lock, async () => "mine")).toBe("mine");
  });
});

describe("npm scripts", () => {
  it("refuse an unknown name with status 2 and keep stdout empty", async () => {
    const child = spawn(process.execPath, [inRoot("cli", "setup", "run.mjs"), "nothing"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect({ out, status }).toEqual({ out: "", status: 2 });
    expect(err).toContain("没有这个脚本");
    expect(err).toContain("No such script");
  });

  it("run under a Node of the system that is too old for the app", async () => {
    const system = ["/usr/bin/node", "/usr/local/bin/node"].find((path) => existsSync(path));
    const script = join(temporaryFolder(), "a.mjs");
    writeFileSync(script, `import ${JSON.stringify(inRoot("cli", "setup", "node24.mjs"))};\nconsole.log("loaded");\n`);
    const { output, status } = await captureChild(system ?? process.execPath, [script]);
    expect({ output: output.trim(), status }).toEqual({ output: "loaded", status: 0 });
  });
});
