import type { Lang } from "../app/contract.ts";

/** What the shell itself says, outside the page: menu, dialogs. */
const zh = {
  file: "文件",
  new: "新建…",
  open: "打开…",
  save: "保存",
  saveAs: "另存为…",
  quit: "退出",
  edit: "编辑",
  undo: "撤销",
  redo: "重做",
  cut: "剪切",
  copy: "复制",
  paste: "粘贴",
  selectAll: "全选",
  view: "视图",
  zoomIn: "放大",
  zoomOut: "缩小",
  resetZoom: "实际大小",
  fullScreen: "全屏",
  developerTools: "开发者工具",
  tools: "工具",
  solve: "求解目标…",
  help: "帮助",
  shortcuts: "快捷键",
  about: "关于平衡",
  modelFiles: "平衡模型",
  jsonFiles: "模型文档（JSON）",
  unsavedTitle: "有未保存的修改",
  unsavedDetail: "不保存就关闭时，修改留作草稿，下次打开可以继续。",
  saveAndClose: "保存",
  closeAnyway: "不保存",
  cancel: "取消",
  pageGoneTitle: "界面意外停止",
  pageGoneDetail: "可以重新载入界面。上次保存的文件不受影响。",
  reload: "重新载入",
  startFailed: "平衡无法启动",
};

const en: Readonly<Record<keyof typeof zh, string>> = {
  file: "File",
  new: "New…",
  open: "Open…",
  save: "Save",
  saveAs: "Save as…",
  quit: "Quit",
  edit: "Edit",
  undo: "Undo",
  redo: "Redo",
  cut: "Cut",
  copy: "Copy",
  paste: "Paste",
  selectAll: "Select all",
  view: "View",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  resetZoom: "Actual size",
  fullScreen: "Full screen",
  developerTools: "Developer tools",
  tools: "Tools",
  solve: "Solve for a target…",
  help: "Help",
  shortcuts: "Keyboard shortcuts",
  about: "About Pingheng",
  modelFiles: "Pingheng models",
  jsonFiles: "Model documents (JSON)",
  unsavedTitle: "There are unsaved changes",
  unsavedDetail: "If you close without saving, they are kept as a draft and offered the next time.",
  saveAndClose: "Save",
  closeAnyway: "Don't save",
  cancel: "Cancel",
  pageGoneTitle: "The window's contents stopped unexpectedly",
  pageGoneDetail: "They can be loaded again. Files saved before are not affected.",
  reload: "Load again",
  startFailed: "Pingheng could not start",
};

export type ShellWord = keyof typeof zh;

/** The shell's wording in one language. */
export function shellWords(lang: Lang): Readonly<Record<ShellWord, string>> {
  return lang === "zh" ? zh : en;
}

/** The language of the computer, until the user's own choice is known. */
export function systemLang(locale: string): Lang {
  return locale.toLowerCase().startsWith("zh") ? "zh" : "en";
}
