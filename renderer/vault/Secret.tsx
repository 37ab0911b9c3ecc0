import { Input } from "antd";

interface Asked {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A passphrase being typed, unseen and remembered by no browser. */
export const Secret = ({ label, value, onChange }: Asked) => (
  <div className="secret">
    <span>{label}</span>
    <Input.Password
      autoComplete="off"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </div>
);
