import { type ThemeConfig, theme } from "antd";
import { useEffect, useSyncExternalStore } from "react";
import { usePreferences } from "../preferences/store.ts";

const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

function watchSystem(listener: () => void): () => void {
  systemDark.addEventListener("change", listener);
  return () => systemDark.removeEventListener("change", listener);
}

/** Whether the dark palette is in use; marks the document so that style sheets follow. */
export function useDarkness(): boolean {
  const choice = usePreferences((preferences) => preferences.theme);
  const system = useSyncExternalStore(watchSystem, () => systemDark.matches);
  const dark = choice === "system" ? system : choice === "dark";
  useEffect(() => {
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  }, [dark]);
  return dark;
}

const fonts =
  '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** Neutral greys; antd would tint them with the accent. */
const darkSurfaces = {
  colorBgBase: "#171c21",
  colorBgContainer: "#1c2228",
  colorBgElevated: "#20272e",
  colorBorder: "#3b4650",
  colorBorderSecondary: "#2c353d",
};

/** antd in the product's palette: compact, quiet, one accent. */
export function antdTheme(dark: boolean): ThemeConfig {
  return {
    algorithm: dark ? [theme.darkAlgorithm, theme.compactAlgorithm] : [theme.compactAlgorithm],
    token: {
      colorPrimary: dark ? "#3d86b8" : "#1b5e8c",
      colorLink: dark ? "#6fb6e2" : "#1b5e8c",
      colorError: dark ? "#ff8a80" : "#b8322a",
      colorSuccess: dark ? "#4cc38a" : "#1a7f4b",
      colorWarning: dark ? "#d9a651" : "#9a6700",
      colorTextPlaceholder: dark ? "#8b98a5" : "#66727e",
      colorTextDescription: dark ? "#9aa7b4" : "#55636f",
      ...(dark ? darkSurfaces : { colorTextBase: "#1d2733" }),
      fontFamily: fonts,
      // The compact algorithm takes two off: 13 on screen.
      fontSize: 15,
      borderRadius: 3,
      motionDurationMid: "0.1s",
      motionDurationSlow: "0.15s",
    },
  };
}
