/** What the numbers rest on where practice differs. */
export function Conventions({ conventions }: { readonly conventions: readonly string[] }) {
  return (
    <ul className="conventions">
      {conventions.map((convention) => (
        <li key={convention}>{convention}</li>
      ))}
    </ul>
  );
}
