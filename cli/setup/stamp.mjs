// Which state of the sources a build was made of, for people who report something. The same sources give the same stamp.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { captureChild } from "./child.mjs";
import { inRoot } from "./paths.mjs";

/** @param {readonly string[]} args @returns {Promise<string | undefined>} what git answers, where it is there and this is a checkout */
async function git(args) {
  if (!existsSync(inRoot(".git"))) return undefined;
  const { status, output } = await captureChild("git", args);
  return status === 0 ? output.trim() : undefined;
}

/**
 * 版本印记: version, commit, whether files differ from it, and its time: `SOURCE_DATE_EPOCH` (seconds) where that is set, otherwise that of the commit.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{version: string, commit?: string, modified?: boolean, date?: string}>}
 */
export async function buildStamp(env = process.env) {
  const { version } = JSON.parse(readFileSync(inRoot("package.json"), "utf8"));
  const commit = await git(["rev-parse", "HEAD"]);
  const changes = commit === undefined ? undefined : await git(["status", "--porcelain"]);
  const given = env["SOURCE_DATE_EPOCH"];
  const seconds = given === undefined || given === "" ? await git(["log", "-1", "--format=%ct"]) : given;
  const known = seconds !== undefined && /^\d{1,11}$/.test(seconds);
  return {
    version,
    ...(commit === undefined ? {} : { commit }),
    ...(changes === undefined ? {} : { modified: changes !== "" }),
    ...(known ? { date: new Date(Number(seconds) * 1000).toISOString() } : {}),
  };
}

/** Writes the stamp where the programs look for it. */
export async function writeStamp() {
  mkdirSync(inRoot("dist"), { recursive: true });
  writeFileSync(inRoot("dist", "build.json"), `${JSON.stringify(await buildStamp())}\n`);
}
