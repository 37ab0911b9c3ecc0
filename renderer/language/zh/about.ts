/** 关于与开源许可。 */
export const about = {
  about: {
    title: "关于平衡",
    version: "版本",
    commit: "源代码提交",
    modified: "（另有改动）",
    date: "构建所据时间",
    runtime: "运行环境",
    licence: "平衡依 MIT 许可发布。全部离线运行，不联网。",
  },
  licences: {
    title: "开源许可",
    lead: "本程序包含他人的 {{count}} 个软件，展开可看许可全文。",
    none: "没有找到许可清单：界面与后台尚未构建。",
    noText: "该软件包声明依 {{licence}} 许可，但没有附许可全文。",
  },
};
