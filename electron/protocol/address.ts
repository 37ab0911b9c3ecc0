/** The scheme and host under which the shell serves the face; nothing else is ever loaded. */
export const scheme = "app";
const host = "pingheng";

export const startAddress = `${scheme}://${host}/index.html`;

/** Whether an address is one of our own pages. Parsed, because part of a text may appear anywhere in a hostile one. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host: found, username, password } = new URL(address);
  return protocol === `${scheme}:` && found === host && username === "" && password === "";
}
