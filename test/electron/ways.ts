/** How a page may try to get away from what it is. */
interface Way {
  readonly name: string;
  /** What Electron asks the shell when it happens; the last is asked of a redirect of a server alone. */
  readonly asked: "will-navigate" | "will-frame-navigate" | "window open" | "will-redirect";
  /** Tries it, inside the page; absent where a page cannot by itself. */
  readonly attempt?: (address: string) => void;
}

/** The nine ways that other shells are tested by, and the redirect. Each attempt stands by itself, because it is sent into the page as text. */
export const ways: readonly Way[] = [
  { name: "location", asked: "will-navigate", attempt: (address) => location.assign(address) },
  { name: "location.replace", asked: "will-navigate", attempt: (address) => location.replace(address) },
  {
    name: "a link",
    asked: "will-navigate",
    attempt: (address) => {
      const link = document.createElement("a");
      link.href = address;
      document.body.append(link);
      link.click();
      link.remove();
    },
  },
  {
    name: "a link into a new window",
    asked: "window open",
    attempt: (address) => {
      const link = document.createElement("a");
      Object.assign(link, { href: address, target: "_blank" });
      document.body.append(link);
      link.click();
      link.remove();
    },
  },
  { name: "window.open", asked: "window open", attempt: (address) => void window.open(address) },
  {
    name: "a form",
    asked: "will-navigate",
    attempt: (address) => {
      const form = document.createElement("form");
      Object.assign(form, { action: address, method: "post" });
      document.body.append(form);
      form.submit();
      form.remove();
    },
  },
  {
    name: "a form into a new window",
    asked: "window open",
    attempt: (address) => {
      const form = document.createElement("form");
      Object.assign(form, { action: address, target: "_blank" });
      document.body.append(form);
      form.submit();
      form.remove();
    },
  },
  {
    name: "a refresh in the head",
    asked: "will-navigate",
    attempt: (address) => {
      const meta = document.createElement("meta");
      meta.httpEquiv = "refresh";
      meta.content = `0; url=${address}`;
      document.head.append(meta);
    },
  },
  {
    name: "a frame",
    asked: "will-frame-navigate",
    attempt: (address) => {
      const frame = document.createElement("iframe");
      frame.src = address;
      document.body.append(frame);
    },
  },
  { name: "a redirect of a server", asked: "will-redirect" },
];

export const elsewhere = [
  "https://example.org/",
  "https://example.org/?app://pingheng/index.html",
  "http://127.0.0.1:8080/",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "app://elsewhere/index.html",
  "app://pingheng/other.html",
  "blob:app://pingheng/6a1c",
  "mailto:a@example.org",
  "ms-settings:display",
];
