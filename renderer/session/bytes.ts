/** Contents of a file as base64, read by the browser itself so that large files do not go through strings. */
export function toBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ""));
    reader.readAsDataURL(file);
  });
}

/** How long a download may take to begin. */
const keptMs = 60_000;

/** Hands a file to the browser's downloads. */
export function offerDownload(name: string, base64: string): void {
  offerBlob(name, new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]));
}

/** The same for what the page itself made. */
export function offerBlob(name: string, contents: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(contents);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the contents after the click, at a time of its own.
  setTimeout(() => URL.revokeObjectURL(link.href), keptMs);
}

/** A text that came as base64. */
export function textOfBase64(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}
