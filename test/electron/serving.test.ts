import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isOwnAddress } from "../../electron/protocol/address.ts";
import { serveFolder } from "../../electron/protocol/serve.ts";

const folder = mkdtempSync(join(tmpdir(), "pingheng-face-"));
const face = join(folder, "face");
mkdirSync(join(face, "assets"), { recursive: true });
mkdirSync(join(folder, "face-secret"));
writeFileSync(join(face, "index.html"), '<meta name="pingheng-nonce" content="__PINGHENG_NONCE__">');
writeFileSync(join(face, "assets", "主.js"), "export {};");
writeFileSync(join(face, "assets", "main.js"), "export {};");
writeFileSync(join(face, "assets", "main.ts"), "export {};");
writeFileSync(join(folder, "secret.json"), "{}");
writeFileSync(join(folder, "face-secret", "secret.json"), "{}");
symlinkSync(join(folder, "secret.json"), join(face, "link.json"));
symlinkSync(folder, join(face, "up"));
symlinkSync(join(face, "assets", "main.js"), join(face, "inside.js"));
symlinkSync(join(face, "loop.js"), join(face, "loop.js"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const serve = serveFolder(face);
const get = (address: string, method = "GET") => serve(new Request(address, { method }));

/** `Request` tidies addresses; a hostile one may reach the handler untidied. */
const getRaw = (url: string) => serve({ url, method: "GET" } as Request);

describe("the app:// scheme serves", () => {
  it("pages, scripts and what a link inside the folder leads to, each under its type and the policy", async () => {
    for (const [path, type] of [
      ["index.html", "text/html; charset=utf-8"],
      ["assets/main.js", "text/javascript; charset=utf-8"],
      ["assets/%E4%B8%BB.js", "text/javascript; charset=utf-8"],
      ["inside.js", "text/javascript; charset=utf-8"],
    ]) {
      const response = await get(`app://pingheng/${path}`);
      expect(response.status, path).toBe(200);
      expect(response.headers.get("content-type")).toBe(type);
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("a page with the nonce of its own policy, a new one each time", async () => {
    const nonces = new Set<string>();
    for (let turn = 0; turn < 3; turn += 1) {
      const response = await get("app://pingheng/index.html");
      const nonce = /content="([^"]+)"/.exec(await response.text())?.[1] ?? "";
      expect(nonce).toMatch(/^[\w+/]{22}==$/);
      expect(response.headers.get("content-security-policy")).toContain(`style-src 'self' 'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  it("headers alone when asked for them", async () => {
    const response = await get("app://pingheng/index.html", "HEAD");
    expect([response.status, await response.text()]).toEqual([200, ""]);
  });
});

describe("the app:// scheme refuses", () => {
  it.each([
    ["a link that leads outside", "app://pingheng/link.json", 403],
    ["a linked folder outside", "app://pingheng/up/secret.json", 403],
    ["encoded steps up", "app://pingheng/..%2fsecret.json", 403],
    ["doubly hidden steps up", "app://pingheng/assets/..%2f..%2fsecret.json", 403],
    ["a neighbour whose name starts like ours", "app://pingheng/..%2fface-secret/secret.json", 403],
    ["the folder itself", "app://pingheng/", 403],
    ["a folder", "app://pingheng/assets", 404],
    ["a missing file", "app://pingheng/none.html", 404],
    ["a loop of links", "app://pingheng/loop.js", 404],
    ["a kind of file the face has none of", "app://pingheng/assets/main.ts", 404],
    ["another host", "app://elsewhere/index.html", 404],
    ["a broken encoding", "app://pingheng/%E4%B8", 400],
    ["a name with NUL", "app://pingheng/index.html%00.png", 400],
    ["steps up that were tidied away", "app://pingheng/../../../secret.json", 404],
  ])("%s", async (_name, address, status) => {
    const response = await get(address);
    expect(response.status).toBe(status);
    expect(await response.text()).toBe("");
  });

  it("steps up that nobody tidied", async () => {
    expect((await getRaw("app://pingheng/%2e%2e%2f%2e%2e%2fetc/passwd")).status).toBe(403);
    expect((await getRaw("app://pingheng//etc/passwd")).status).toBe(404);
  });

  it("every other method", async () => {
    for (const method of ["POST", "PUT", "DELETE"]) {
      expect((await get("app://pingheng/index.html", method)).status).toBe(405);
    }
  });
});

describe("an address is our own", () => {
  it("only as a whole", () => {
    expect(isOwnAddress("app://pingheng/index.html#/board")).toBe(true);
    for (const address of [
      "https://example.org/?app://pingheng/",
      "app://pingheng.example.org/",
      "app://pingheng:80/".replace(":80", "@example.org"),
      "APPX://pingheng/",
      "",
      "app:pingheng",
    ]) {
      expect(isOwnAddress(address), address).toBe(false);
    }
  });
});
