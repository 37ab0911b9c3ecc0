// Holds a file open until it is killed.
import { holdFile } from "../../../db/disk/hold.ts";
import { accepted } from "./result.ts";

accepted(await holdFile(process.argv[2] ?? ""));
process.stdout.write("held");
setInterval(() => {}, 1000);
