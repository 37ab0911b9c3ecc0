import { Button, Tooltip } from "antd";
import type { MouseEventHandler } from "react";
import { Icon, type IconName } from "./Icon.tsx";

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick?: MouseEventHandler<HTMLElement>;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly danger?: boolean;
}

/** A button that shows only an outline; its label is the tooltip and what screen readers say. */
export function IconButton({ icon, label, onClick, disabled, pressed, danger }: IconButtonProps) {
  return (
    <Tooltip title={label} mouseEnterDelay={0.4}>
      <Button
        type="text"
        size="small"
        className={pressed ? "icon-button pressed" : "icon-button"}
        aria-label={label}
        {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
        disabled={disabled ?? false}
        danger={danger ?? false}
        icon={<Icon name={icon} />}
        {...(onClick ? { onClick } : {})}
      />
    </Tooltip>
  );
}
