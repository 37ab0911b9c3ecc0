// Saves a new revision and stops dead after a chosen step, or in the middle of one that writes.
// Arguments: file, step number (0: none), "after" or "middle". Prints the steps taken where it lived to the end.
import { type Disk, type OutFile, realDisk } from "../../../db/disk/disk.ts";
import { openModelFile, saveRevision } from "../../../db/model-file.ts";
import { draftOf } from "./drafts.ts";
import { accepted } from "./result.ts";

const [path = "", stepText = "0", moment = "after"] = process.argv.slice(2);
const fatal = Number(stepText);
let steps = 0;
const writes: number[] = [];

const die = (): never => {
  process.kill(process.pid, "SIGKILL");
  throw new Error("unreachable: the process was killed");
};

async function step<T>(work: () => Promise<T>, half?: () => Promise<void>): Promise<T> {
  steps += 1;
  if (half) writes.push(steps);
  const mine = steps === fatal;
  if (mine && moment === "middle") {
    await half?.();
    die();
  }
  try {
    return await work();
  } finally {
    if (mine) die();
  }
}

const mortalFile = (file: OutFile): OutFile => ({
  write: (bytes) =>
    step(
      () => file.write(bytes),
      () => file.write(bytes.subarray(0, bytes.length / 2)),
    ),
  sync: () => step(() => file.sync()),
  close: () => step(() => file.close()),
});

const mortalDisk: Disk = {
  ...realDisk,
  facts: (one) => step(() => realDisk.facts(one)),
  read: (one) => step(() => realDisk.read(one)),
  create: (one, ...kept) => step(async () => mortalFile(await realDisk.create(one, ...kept))),
  rename: (from, to) => step(() => realDisk.rename(from, to)),
  remove: (one) => step(() => realDisk.remove(one)),
  syncFolder: (folder) => step(() => realDisk.syncFolder(folder)),
};

const file = accepted(await openModelFile(path));
accepted(await saveRevision(file, draftOf(2), { disk: mortalDisk }));
process.stdout.write(JSON.stringify({ steps, writes }));
