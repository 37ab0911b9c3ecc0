import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallDocument } from "../app/fixtures/small.ts";
import { pingheng } from "./support.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = existsSync(join(root, "dist", "renderer", "index.html"));

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A plain request, since `fetch` does not let a test lie about Host and paths. */
function ask(port: number, path: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString("utf8");
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

class Served {
  readonly child: ChildProcess;
  readonly #printed: Promise<string>;
  readonly ended: Promise<number | null>;

  constructor(words: readonly string[], data: string) {
    this.child = spawn(process.execPath, [join(root, "cli", "main.ts"), "serve", ...words], {
      env: { ...process.env, PINGHENG_DATA: data },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.ended = new Promise((resolve) => this.child.on("close", (status) => resolve(status)));
    this.#printed = new Promise((resolve, reject) => {
      let text = "";
      this.child.on("close", (status) => reject(new Error(`serve ended with ${status}: ${text}`)));
      this.child.stdout?.on("data", (chunk: Buffer) => {
        text += chunk.toString("utf8");
        if (/token=[\w-]+\n/.test(text)) resolve(text);
      });
    });
  }

  async where(): Promise<{ readonly port: number; readonly token: string; readonly printed: string }> {
    const printed = await this.#printed;
    const [, port, token] = /http:\/\/127\.0\.0\.1:(\d+)\/#token=([\w-]+)/.exec(printed) ?? [];
    return { port: Number(port), token: token ?? "", printed };
  }
}

describe.skipIf(!built)("the loopback host", () => {
  let folder = "";
  let served: Served;
  let port = 0;
  let token = "";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "pingheng-serve-"));
    writeFileSync(join(folder, "small.json"), JSON.stringify(smallDocument()));
    served = new Served([join(folder, "small.json")], join(folder, "data"));
    ({ port, token } = await served.where());
  });
  afterAll(async () => {
    served.child.kill("SIGTERM");
    await served.ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const call = (name: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    ask(port, `/api/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });

  it("gives the page with a strict policy and a nonce of its own each time", async () => {
    const [first, second] = [await ask(port, "/"), await ask(port, "/index.html")];
    expect(first.status).toBe(200);
    const policy = String(first.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
    expect(first.body).toContain(nonce);
    expect(first.body).not.toContain("__PINGHENG_NONCE__");
    expect(String(second.headers["content-security-policy"])).not.toContain(nonce);
    expect(first.headers["x-content-type-options"]).toBe("nosniff");
  });

  it("answers calls, opens the file it was given, keeps the token out of the page", async () => {
    const { status, body } = await call("host", { lang: "zh" });
    expect(status).toBe(200);
    const { value } = JSON.parse(body) as { value: { initialSession: string; kind: string } };
    expect(value.kind).toBe("loopback");
    const board = JSON.parse(
      (await call("board", { session: value.initialSession, scenario: "base", lang: "zh" })).body,
    );
    expect(board).toMatchObject({ ok: true, value: { scenario: "base" } });
    expect((await ask(port, "/")).body).not.toContain(token);
  });

  it.each([
    ["without the token", { authorization: "" }, 401],
    ["with a wrong token", { authorization: "Bearer nonsense" }, 401],
    ["with another host's name", { host: "evil.example" }, 403],
    ["from another site's page", { origin: "https://evil.example" }, 403],
    ["from another port of this machine", { origin: "http://127.0.0.1:1" }, 403],
    ["that a browser calls cross-site", { "sec-fetch-site": "cross-site" }, 403],
    ["as a form, which needs no permission of ours", { "content-type": "text/plain" }, 415],
  ])("refuses a call %s", async (_name, headers, status) => {
    const refused = await call("recent", {}, headers);
    expect(refused).toMatchObject({ status, body: "" });
  });

  it("refuses the page under another name, as one that was rebound to this machine", async () => {
    expect((await ask(port, "/", { headers: { host: `evil.example:${port}` } })).status).toBe(403);
  });

  it.each([
    "/../package.json",
    "/..%2f..%2fpackage.json",
    "/%2e%2e/%2e%2e/package.json",
    "/assets/../../../package.json",
    "/%00",
  ])("gives nothing outside the face's folder: %s", async (path) => {
    const { status, body } = await ask(port, path);
    expect([400, 403, 404]).toContain(status);
    expect(body).toBe("");
  });

  it("refuses other methods and what is no JSON", async () => {
    const authorization = `Bearer ${token}`;
    expect((await ask(port, "/", { method: "POST" })).status).toBe(405);
    expect((await ask(port, "/api/host", { headers: { authorization } })).status).toBe(405);
    expect((await ask(port, "/api/host", { method: "DELETE", headers: { authorization } })).status).toBe(405);
    const broken = await call("host", "{");
    expect(broken.status).toBe(400);
    expect(JSON.parse(broken.body)).toMatchObject({ ok: false, problems: [{ code: "call.arguments" }] });
    expect(JSON.parse((await call("nothing", {})).body)).toMatchObject({
      ok: false,
      problems: [{ code: "call.unknown" }],
    });
  });

  it("refuses a body larger than any call needs", async () => {
    const { status, body } = await call("edit", "x", { "content-length": String(64 * 1024 * 1024) }).catch(() => ({
      status: 413,
      body: '{"ok":false}',
    }));
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ ok: false });
  });

  it("streams progress of long work", async () => {
    const { value } = JSON.parse((await call("host", { lang: "zh" })).body) as { value: { initialSession: string } };
    const seen = new Promise<string>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}` };
      const stream = request({ host: "127.0.0.1", port, path: "/api/events", headers }, (response) => {
        expect(response.headers["content-type"]).toMatch(/^text\/event-stream/);
        let text = "";
        response.on("data", (chunk: Buffer) => {
          text += chunk.toString("utf8");
          if (!/^data: .*\n\n/m.test(text)) return;
          resolve(text);
          stream.destroy();
        });
      });
      stream.on("error", reject);
      stream.end();
    });
    const args = { session: value.initialSession, scenario: "base", job: "j1", lang: "zh" };
    await call("solve", { ...args, vary: "components/flats/inputs/price", until: "balance.static>=5000" });
    expect(await seen).toMatch(/data: \{"job":"j1","done":\d+,"total":\d+\}\n\n/);
  });
});

describe.skipIf(!built)("starting and ending it", () => {
  it("takes the port asked for, says so in both languages, and ends when told to", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pingheng-serve-"));
    const copy = join(folder, "rebuild.json");
    copyFileSync(join(root, "examples", "rebuild.json"), copy);
    const first = new Served([copy], folder);
    const { port, printed } = await first.where();
    expect(printed).toMatch(/平衡.*http:\/\/127/);
    expect((await ask(port, "/")).status).toBe(200);
    const taken = await pingheng(["serve", "--port", String(port), "--lang", "en"]);
    expect(taken.status).toBe(2);
    expect(taken.stderr).toMatch(/^serve\.port_taken --port: /);
    first.child.kill("SIGINT");
    expect(await first.ended).toBe(0);
    await expect(ask(port, "/")).rejects.toThrow();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    [["--port", "nonsense"], 2, "serve.port"],
    [["--port", "70000"], 2, "serve.port"],
    [["missing.pingheng"], 2, "disk.missing"],
  ])("refuses %j", async (words, status, code) => {
    const ran = await pingheng(["serve", ...words]);
    expect(ran).toMatchObject({ status, stdout: "" });
    expect(ran.stderr).toMatch(new RegExp(`^${code.replace(".", "\\.")} `));
  });
});
