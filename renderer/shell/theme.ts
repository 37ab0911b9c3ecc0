import { type ThemeConfig, theme } from "antd";
import { useEffect, useSyncExternalStore } from "react";
import { usePreferences } from "../preferences/store.ts";

/** A hook that says whether the system answers yes to a media query, and follows it. */
function systemSays(media: string): () => boolean {
  const query = window.matchMedia(media);
  const follow = (listener: () => void) => {
    query.addEventListener("change", listener);
    return () => query.removeEventListener("change", listener);
  };
  return () => useSyncExternalStore(follow, () => query.matches);
}

const useSystemDark = systemSays("(prefers-color-scheme: dark)");

/** Whether the user asked the system for a face without movement: menus and dialogs then stand at once. */
export const useStillness = systemSays("(prefers-reduced-motion: reduce)");

/** Whether the dark palette is in use; marks the document so that style sheets follow. */
export function useDarkness(): boolean {
  const choice = usePreferences((preferences) => preferences.theme);
  const system = useSystemDark();
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

/** antd would make a muddy grey of the dark green of success. */
const lightSurfaces = { colorTextBase: "#1d2733", colorSuccessBg: "#e9f5ee", colorSuccessBorder: "#a3d1b8" };

/** antd in the product's palette: compact, quiet, one accent. */
export function antdTheme(dark: boolean, still: boolean): ThemeConfig {
  return {
    algorithm: dark ? [theme.darkAlgorithm, theme.compactAlgorithm] : [theme.compactAlgorithm],
    token: {
      colorPrimary: dark ? "#3d86b8" : "#1b5e8c",
      colorLink: dark ? "#6fb6e2" : "#1b5e8c",
      colorError: dark ? "#ff8a80" : "#b8322a",
      colorSuccess: dark ? "#4cc38a" : "#17764a",
      colorWarning: dark ? "#d9a651" : "#9a6700",
      colorTextPlaceholder: dark ? "#8b98a5" : "#66727e",
      colorTextDescription: dark ? "#9aa7b4" : "#55636f",
      ...(dark ? darkSurfaces : lightSurfaces),
      fontFamily: fonts,
      // The compact algorithm takes two off: 13 on screen.
      fontSize: 15,
      borderRadius: 3,
      motion: !still,
      motionDurationMid: "0.1s",
      motionDurationSlow: "0.15s",
    },
  };
}
