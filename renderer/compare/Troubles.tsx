import { Mark } from "../shell/Mark.tsx";

/** What speaks against a plan and not against the one it is compared with. */
export function Troubles({ texts = [] }: { readonly texts?: readonly string[] | undefined }) {
  if (texts.length === 0) return null;
  return (
    <ul className="troubles">
      {texts.map((text) => (
        <li key={text}>
          <Mark tone="warn">!</Mark> {text}
        </li>
      ))}
    </ul>
  );
}
