import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ExperienceView } from "../../app/contract.ts";
import { inputOf, label, Running } from "./support/running.ts";

let one: Running;
let written = 0;
beforeAll(() => {
  one = new Running();
});
afterEach(() => {
  expect(one.logged).toEqual([]);
  rmSync(one.path("data/experience"), { recursive: true, force: true });
});
afterAll(() => one.end());

const PRICE = "components/flats/inputs/price";
const ROW = "components/works/inputs/items/above/price";

const text = (name: string): string => readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8");

/** A file of its own each time: one that is open would be found open. */
function asFile(document: unknown): string {
  written += 1;
  return one.write(`model-${written}.json`, document);
}

/** An example as a model of the user's own, changed by a hand. */
function own(name: string, change: (document: ReturnType<typeof JSON.parse>) => void = () => {}): string {
  const document = JSON.parse(text(name));
  change(document);
  return asFile(document);
}

async function takenIn(path: string): Promise<ExperienceView> {
  const { session } = await one.value("openPath", { path });
  return one.value("addExperience", { session });
}

const values = async (path: string, scenario = "base") => {
  const { session } = await one.value("openPath", { path });
  return one.value("experienceValues", { session, scenario });
};

const renamed = (name: string) => (document: { project: { name: string } }) => {
  document.project.name = name;
};

describe("the library of own projects", () => {
  test("is empty at first, takes a project in, renews it under its name and city, and lets it go", async () => {
    expect(await one.value("experience", {})).toEqual({ projects: [], unreadable: [] });
    const path = own("rebuild", renamed("青枫里"));
    const [project, ...others] = (await takenIn(path)).projects;
    expect(others).toEqual([]);
    expect(project).toMatchObject({
      ...{ name: "青枫里", type: "renovation", mode: "rebuild" },
      addedAt: "2026-03-04T05:06:07.000Z",
    });
    expect(project?.values).toBeGreaterThan(30);
    const { session } = await one.value("openPath", { path });
    expect((await one.value("addExperience", { session })).projects).toHaveLength(1);
    expect(await one.problems("dropExperience", { id: "../../person", lang: "zh" })).toMatchObject([
      { code: "experience.unknown" },
    ]);
    expect((await one.value("dropExperience", { id: project?.id ?? "" })).projects).toEqual([]);
  });

  test("tells prices, rates, shares and terms of the same input, cell by cell; no amounts, no counts, no law", async () => {
    await takenIn(
      own("rebuild", (document) => {
        document.project.name = "青枫里";
        document.components.find(({ id }: { id: string }) => id === "flats").inputs.price = "26100";
      }),
    );
    const other = asFile(JSON.parse(text("rebuild")));
    const found = await values(other);
    expect(found[PRICE]).toEqual([
      { project: "青枫里", city: "金华市(虚构片区)", addedAt: "2026-03-04T05:06:07.000Z", value: "26100" },
    ]);
    expect(found[ROW]).toMatchObject([{ value: "3350" }]);
    expect(found["components/policy_loan/inputs/rate"]).toMatchObject([{ value: "0.029" }]);
    for (const size of ["components/policy_loan/inputs/facility", "components/area/inputs/siteTotal"])
      expect(found).not.toHaveProperty([size]);
    expect(found).not.toHaveProperty(["components/works/inputs/items/lifts/quantity"]);
    expect(found).not.toHaveProperty(["components/flats/inputs/vatRate"]);
  });

  test("a project is no experience for itself, and what was only assumed in another is none", async () => {
    const path = own("rebuild", (document) => {
      document.project.name = "青枫里";
      const flats = document.components.find(({ id }: { id: string }) => id === "flats");
      flats.evidence = { ...flats.evidence, price: { assumed: "估计" } };
    });
    await takenIn(path);
    expect(await values(path)).toEqual({});
    const found = await values(asFile(JSON.parse(text("rebuild"))));
    expect(found).not.toHaveProperty([PRICE]);
    expect(found[ROW]).toHaveLength(1);
  });

  test("compares like with like: another choice beside the input, or two that would do, tell nothing", async () => {
    await takenIn(own("rebuild", renamed("青枫里")));
    const other = JSON.parse(text("rebuild"));
    const flats = other.components.find(({ id }: { id: string }) => id === "flats");
    flats.inputs.includesVat = false;
    const works = other.components.find(({ id }: { id: string }) => id === "works");
    works.inputs.items.find(({ id }: { id: string }) => id === "above").id = "tower";
    works.inputs.items.find(({ id }: { id: string }) => id === "lifts").id = "cranes";
    const found = await values(asFile(other));
    expect(found).not.toHaveProperty([PRICE]);
    // The only building above ground is told of under whatever id; of two pieces of equipment by number none is.
    expect(found["components/works/inputs/items/tower/price"]).toMatchObject([{ value: "3350" }]);
    expect(found).not.toHaveProperty(["components/works/inputs/items/cranes/price"]);
  });

  test("a new model begins like an own project, with every value assumed from it", async () => {
    const { projects } = await takenIn(
      own("rebuild", (document) => {
        document.project.name = "青枫里";
        document.components.find(({ id }: { id: string }) => id === "flats").inputs.price = "26100";
      }),
    );
    const like = {
      example: projects[0]?.id ?? "",
      isOwn: true,
      name: "新里",
      households: "3000",
      start: "2027-01",
    } as const;
    const made = await one.value("newModel", { type: "renovation", mode: "rebuild", like });
    expect(inputOf(made, "flats", "price")).toBe("26100");
    expect(JSON.stringify(made.document)).toContain('"price":{"assumed":"取自“青枫里”"}');
    const missing = { ...like, example: "0".repeat(32) };
    expect(
      await one.problems("newModel", { type: "renovation", mode: "rebuild", like: missing, lang: "zh" }),
    ).toMatchObject([{ code: "experience.unknown" }]);
  });

  test("keeps no papers, bids or scenarios, and only this user can read it", async () => {
    const path = own("rebuild", (document) => {
      document.project.name = "青枫里";
      document.records[0].document = "密文一号";
      document.scenarios.push({ id: "secret", label: "密情景", set: {} });
    });
    await takenIn(path);
    const folder = one.path("data/experience");
    const [name = ""] = readdirSync(folder);
    const kept = readFileSync(join(folder, name), "utf8");
    expect(kept).not.toMatch(/密文一号|密情景/);
    expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });

  test("a locked model stays out of it, a portfolio too", async () => {
    const path = own("rebuild", renamed("青枫里"));
    const { session } = await one.value("openPath", { path });
    await one.value("saveAs", { session, path: one.path("locked.pingheng") });
    await one.value("relock", { session, next: "correct horse battery" });
    expect(await one.problems("addExperience", { session, lang: "zh" })).toMatchObject([{ code: "experience.locked" }]);
    const pooled = await one.value("openExample", { id: "portfolio" });
    expect(await one.problems("addExperience", { session: pooled.session, lang: "zh" })).toMatchObject([
      { code: "similar.portfolio" },
    ]);
    expect((await one.value("experience", {})).projects).toEqual([]);
  });

  test("a file that was broken or changed into another project is named, not read, and can be taken out", async () => {
    const { projects } = await takenIn(own("rebuild", renamed("青枫里")));
    const folder = one.path("data/experience");
    const [id = ""] = projects.map((project) => project.id);
    const foreign = "f".repeat(32);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${foreign}.json`), readFileSync(join(folder, `${id}.json`)));
    writeFileSync(join(folder, `${id}.json`), "{");
    writeFileSync(join(folder, "notes.txt"), "mine");
    const view = await one.value("experience", {});
    expect(view.projects).toEqual([]);
    expect([...view.unreadable].sort()).toEqual([id, foreign].sort());
    expect((await one.value("dropExperience", { id: foreign })).unreadable).toEqual([id]);
    expect(readdirSync(folder).sort()).toEqual([`${id}.json`, "notes.txt"].sort());
  });

  test("a value of a scenario's own structure is told for the scenario", async () => {
    await takenIn(own("rebuild", renamed("青枫里")));
    const path = asFile(JSON.parse(text("rebuild")));
    const { session } = await one.value("openPath", { path });
    await one.value("edit", {
      ...{ session, scenario: "far_up", label },
      edits: [{ path: "components/flats/inputs/includesVat", value: false }],
    });
    expect(await values(path)).toHaveProperty([PRICE]);
    expect(await one.value("experienceValues", { session, scenario: "far_up" })).not.toHaveProperty([PRICE]);
  });
});
