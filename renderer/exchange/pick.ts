import { toBase64 } from "../session/bytes.ts";
import { desktop } from "../session/host.ts";
import { pickInBrowser } from "../session/open.ts";
import { IMPORTED, type Picked } from "./importing.ts";

/** Asks for a file to import, with the picker of the host. */
export async function pickSpreadsheet(): Promise<Picked | null> {
  const native = desktop();
  if (native) {
    const path = await native.pickOpen();
    return path === null ? null : { name: path.split(/[\\/]/).at(-1) ?? path, path };
  }
  const file = await pickInBrowser(IMPORTED);
  return file === null ? null : { name: file.name, base64: await toBase64(file) };
}
