import type { Arguments } from "./document.ts";
import type { Problem } from "./problem.ts";
import { type Wording, worded } from "./worded.ts";

/** What can be wrong with, or has to be said of, a Word template: message and hint, in both languages. */
const WORDING = {
  not_xlsx: [
    "模板不是 .docx 文件",
    "the template is no .docx file",
    "旧的 .doc、加密或损坏的文件请在 Word 或 WPS 中另存为不加密的 .docx",
    "save an old .doc, an encrypted or a damaged file as .docx without a password in Word",
  ],
  damaged: [
    "模板已损坏:{part}",
    "the template is damaged: {part}",
    "在 Word 中打开并另存",
    "open it in Word and save it again",
  ],
  too_large: [
    "模板过大:{what} {found},上限 {limit}",
    "the template is too large: {what} {found}, at most {limit}",
    "删去正文和大图片后另存",
    "remove its text and large pictures and save it again",
  ],
  bomb: [
    "{part} 解压后 {found} 字节,压缩前后相差过大,已拒绝",
    "{part} unpacks to {found} bytes, far more than its packed size: refused",
    "请确认文件来源;正常的模板不会如此",
    "make sure where the file is from; a template is never like this",
  ],
  hostile_name: [
    "压缩包内的文件名不合规:{part}",
    "a file inside the archive has a name that leads elsewhere: {part}",
    "请确认文件来源",
    "make sure where the file is from",
  ],
  declaration: [
    "{part} 含 DTD 或实体声明,不予采用",
    "{part} declares a document type or entities and is not used",
    "在 Word 中打开并另存",
    "open it in Word and save it again",
  ],
  macros: [
    "含宏的模板(.docm、.dotm)不予采用({part})",
    "a template with macros (.docm, .dotm) is not used ({part})",
    "另存为 .docx(不含宏)",
    "save it as .docx, without macros",
  ],
  external: [
    "模板引用外部文件或网址,不予采用({part})",
    "the template refers to other files or addresses and is not used ({part})",
    "去掉链接的图片、对象、附加模板和页眉页脚中的链接后另存",
    "remove linked pictures, objects, attached templates and links in headers and footers, and save it again",
  ],
  part: [
    "页眉页脚中有文字和图片以外的内容,不予采用({part})",
    "a header or footer holds something besides text and pictures and is not used ({part})",
    "只保留文字、页码和图片(PNG、JPEG、GIF、BMP、TIFF、EMF、WMF)",
    "keep texts, page numbers and pictures (PNG, JPEG, GIF, BMP, TIFF, EMF, WMF)",
  ],
  only_docx: [
    "Word 模板只用于 docx 文稿",
    "a template of Word is for papers as docx",
    "加 --to docx,或去掉 --template",
    "take --to docx, or leave --template out",
  ],
  styles: [
    "模板没有这些样式,取默认样式:{list}",
    "the template lacks these styles, which are ours: {list}",
    "要自定义,从默认模板改起:导出对话框“导出默认模板”,或 export FILE --to docx-template",
    "to change them start from our template, of the export dialog or of export FILE --to docx-template",
  ],
  header: [
    "模板没有页眉和页脚,取默认的页眉、页码",
    "the template has neither header nor footer: ours are used",
    "",
    "",
  ],
} as const satisfies Record<string, Wording>;

export type TemplateCode = keyof typeof WORDING;

export const templateProblem = (code: TemplateCode, path: string, args: Arguments = {}): Problem =>
  worded(`template.${code === "not_xlsx" ? "not_docx" : code}`, WORDING[code], path, args);
