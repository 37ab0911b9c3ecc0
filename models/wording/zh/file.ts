import type { FileWording, RevisionPart } from "../file.ts";

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const askForCopy = "请向发件人索取新的副本，或打开备份。";

const PARTS: Readonly<Record<RevisionPart, string>> = {
  record: "登记内容（时间、编制人、说明、程序、所用内容的摘要之一）",
  parent: "上一版本（缺失或被替换）",
  results: "保存时的结果",
  document: "模型文档",
  lines: "公式行",
  inputs: "输入值",
  pack: "政策参数包",
};

/** Problems of model files in Chinese. */
export const fileZh: FileWording = {
  file: {
    empty: () => ({ message: "文件为空（0 字节）。", hint: askForCopy }),
    not_model: () => ({ message: "这不是平衡模型文件：文件开头的字节不符。", hint: "请检查是否选对了文件。" }),
    is_json: () => ({
      message: "文件内容是纯 JSON，不是平衡模型文件。",
      hint: "JSON 文档不保存版本与封存，要用它们请先另存为 .pingheng；如果它是模型文档而扩展名不是 .json，请改名后再打开。",
    }),
    foreign: () => ({
      message: "这是其他程序的 SQLite 数据库，不是平衡模型文件。",
      hint: "请检查是否选对了文件。",
    }),
    version_future: (a) => ({
      message: `文件由更新版本的平衡写成：其结构版本为 ${a.found}，本程序最高支持 ${a.supported}。`,
      hint: "请升级平衡，或请对方提供 .json 格式的模型。",
    }),
    version_unknown: (a) => ({ message: `文件声明的结构版本 ${a.found} 从未存在。`, hint: askForCopy }),
    too_large: (a) => ({
      message: `文件大小为 ${megabytes(a.bytes)}，最多读取 ${megabytes(a.limit)}。`,
      hint: "请检查是否选对了文件。",
    }),
    truncated: (a) => ({ message: `文件不完整：应有 ${a.expected} 字节，只有 ${a.bytes} 字节。`, hint: askForCopy }),
    damaged: (a) => ({ message: `文件已损坏：${a.detail}。`, hint: askForCopy }),
    wal: () => ({ message: "文件处于平衡从不使用的预写日志模式，已被其他程序改动。", hint: askForCopy }),
    unfinished: (a) => ({
      message: `文件旁边有 ${a.beside}：其他程序写入时被中断，文件可能不完整。`,
      hint: "请索取由平衡保存的副本；如确认该遗留文件与本文件无关，请将其移走。",
    }),
    schema_unknown: (a) => ({
      message: `文件中有平衡文件不应有的对象（${a.type}“${a.name}”），拒绝打开。`,
      hint: askForCopy,
    }),
    schema_differs: (a) => ({ message: `表“${a.name}”缺失，或与平衡文件的结构不一致。`, hint: askForCopy }),
    content: (a) => ({ message: `文件内容自相矛盾：${a.what}。`, hint: askForCopy }),
    tampered: (a) => ({
      message: `第 ${a.number} 个版本（${a.revision}）的${PARTS[a.part]}与其指纹不符：曾在平衡之外被改动。`,
      hint: askForCopy,
    }),
    surplus: (a) => ({
      message: `文件的 ${a.table} 中有一条不属于任何版本的内容（${a.row.slice(0, 16)}）：曾在平衡之外被添加。`,
      hint: askForCopy,
    }),
    chain_broken: (a) => ({
      message: `文件的版本链在第 ${a.entry} 条记录处断开：曾在平衡之外被改动或删减。`,
      hint: askForCopy,
    }),
    sheet_altered: (a) => ({
      message: `${a.sheet}与锁定时的内容不符：锁定后曾被改动，或未经锁定而写有锁定记录。`,
      hint: askForCopy,
    }),
    draft_tampered: () => ({ message: "文件中的草稿与其指纹不符：曾在平衡之外被改动。", hint: askForCopy }),
    attachment_tampered: (a) => ({
      message: `附件 ${a.hash.slice(0, 16)} 缺失、多余或与其指纹不符：曾在平衡之外被改动。`,
      hint: askForCopy,
    }),
    attachment_too_large: (a) => ({
      message: `附件大小为 ${megabytes(a.bytes)}，每个最多 ${megabytes(a.limit)}。`,
      hint: "请压缩扫描件，或分成几个文件。",
    }),
    attachments_too_large: (a) => ({
      message: `附件合计 ${megabytes(a.bytes)}，一个模型文件最多 ${megabytes(a.limit)}。`,
      hint: "请移除不需要的附件，或降低扫描分辨率。",
    }),
    text_too_large: (a) => ({
      message: `${a.what} 大小为 ${megabytes(a.bytes)}，最多读取 ${megabytes(a.limit)}。`,
    }),
    too_many: (a) => ({ message: `文件的 ${a.what} 有 ${a.count} 条，最多读取 ${a.limit} 条。` }),
    document_not_json: (a) => ({ message: `文件中的文档不是 JSON：${a.detail}。`, hint: askForCopy }),
    not_utf8: () => ({ message: "文件不是 UTF-8 文本。", hint: "请另存为 UTF-8 后再打开。" }),
    timeout: (a) => ({
      message: `读取文件超过 ${a.seconds} 秒，已终止：文件已损坏，或被有意做成让程序空转。`,
      hint: askForCopy,
    }),
    no_declarations: () => ({
      message: "该版本由较早的程序保存，没有保存计算它的公式行。",
      hint: "只能用当前程序的计算方法重新计算。",
    }),
    language_gone: (a) => ({
      message: `该版本使用公式语言第 ${a.language} 版，本程序已不再计算这一版语言。文件没有被改动。`,
      hint: "请用保存它的程序版本核算。",
    }),
    declarations: (a) => ({ message: `该版本保存的公式行无法读取（${a.detail}）。`, hint: askForCopy }),
    reader_ended: (a) => ({
      message: `读取文件的独立进程意外结束（${a.detail}），文件可能已损坏。`,
      hint: askForCopy,
    }),
  },
  disk: {
    missing: () => ({ message: "文件不存在。", hint: "它可能已被移动、改名或删除。" }),
    folder_missing: (a) => ({
      message: `文件夹 ${a.folder} 不存在。`,
      hint: "请先建立该文件夹、连接磁盘，或另选文件夹。",
    }),
    is_folder: () => ({ message: "这是文件夹，不是文件。" }),
    not_regular: () => ({ message: "这是设备或管道，不是文件。" }),
    no_permission: () => ({ message: "没有该文件的访问权限。", hint: "请申请权限，或另选位置。" }),
    folder_no_permission: (a) => ({
      message: `没有在文件夹 ${a.folder} 中写入的权限。`,
      hint: "请用“另存为”保存到其他文件夹。",
    }),
    read_only: () => ({ message: "文件或其所在磁盘是只读的。", hint: "请用“另存为”换一个名称或文件夹。" }),
    opened_read_only: () => ({ message: "文件以只读方式打开。", hint: "请用“另存为”换一个名称。" }),
    full: () => ({ message: "磁盘空间不足；原文件没有变化。", hint: "请腾出空间，或保存到其他磁盘。" }),
    locked: (a) => ({
      message: "另一个窗口或另一台电脑正在保存这个文件。",
      hint: `请稍后再试。如果没有人在保存，则是上次保存被中断而留下了 ${a.lock}，删除它即可。`,
    }),
    held: (a) => ({
      message: `文件正由 ${a.user === "" ? "另一个程序" : a.user} 在计算机 ${a.host} 上打开（自 ${a.since} 起）。`,
      hint: "请等对方关闭，或用“另存为”换一个名称。",
    }),
    in_use: () => ({ message: "文件被其他程序占用。", hint: "请在那里关闭它，或用“另存为”换一个名称。" }),
    changed_elsewhere: () => ({
      message: "文件打开后已被他人改动；没有覆盖任何内容。",
      hint: "请另存为其他名称，再比较两个文件。",
    }),
    exists: () => ({ message: "此处已有文件，没有覆盖。", hint: "请换一个名称。" }),
    name_too_long: () => ({ message: "文件名或路径太长。", hint: "请换一个短一些的名称。" }),
    io: (a) => ({ message: `磁盘报告错误（${a.errno}）。`, hint: "请检查磁盘或网络连接。" }),
    revision_unknown: (a) => ({
      message: `文件中没有版本“${a.revision}”。`,
      hint: `最近的版本：${a.known.join("、")}。`,
    }),
  },
};
