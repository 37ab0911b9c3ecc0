import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readLicences } from "../../app/about/licences.ts";
import { inRoot } from "../../cli/setup/paths.mjs";
import { licenceAllowed } from "../checks/rules/licences.ts";

const lists = ["electron/licences.json", "electron/licences-beside.json", "renderer/licences.json"].map((path) =>
  inRoot("dist", path),
);

/** Packages that came without a text; each states its licence in its manifest. */
const silent = new Set(["@ant-design/icons-svg", "is-mobile"]);

describe.skipIf(!lists.every((path) => existsSync(path)))("the software by others that is shipped", () => {
  it("has licences that allow it, every package that is bundled or stands beside", async () => {
    const all = await readLicences(lists);
    expect(all.length).toBeGreaterThan(70);
    expect(all.filter(({ licence }) => !licenceAllowed(licence))).toEqual([]);
  });

  it("comes with the texts of its licences", async () => {
    const without = (await readLicences(lists)).filter(({ text }) => text === undefined).map(({ name }) => name);
    expect(without.filter((name) => !silent.has(name))).toEqual([]);
  });

  it("is in the versions of the lock file", async () => {
    const { packages } = JSON.parse(readFileSync(inRoot("package-lock.json"), "utf8")) as {
      readonly packages: Readonly<Record<string, { readonly version?: string }>>;
    };
    const locked = new Set(
      Object.entries(packages).map(([path, { version = "" }]) => `${path.replace(/^.*node_modules\//, "")} ${version}`),
    );
    const all = await readLicences(lists);
    expect(all.filter(({ name, version }) => !locked.has(`${name} ${version}`))).toEqual([]);
  });

  it("is not listed from what is no list", async () => {
    expect(await readLicences([inRoot("dist", "none.json")])).toEqual([]);
    await expect(readLicences([inRoot("package.json")])).rejects.toThrow();
  });
});
