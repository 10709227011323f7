import type { ForeignKind } from './file-kind';

/** Kinds that only the inside of a zip or of a compound file tells. */
type InnerKind = 'xlsb' | 'doc' | 'ppt' | 'msg' | 'ole' | 'odp' | 'odg' | 'odf' | 'iwork';
export type RefusedKind = ForeignKind | InnerKind;

/** What kinds of file have in common for who must send a table instead. */
export type FileFamily =
  | 'workbook'
  | 'page'
  | 'archive'
  | 'database'
  | 'document'
  | 'image'
  | 'media'
  | 'program'
  | 'mail'
  | 'apple'
  | 'other';

const kinds: Readonly<Record<Exclude<FileFamily, 'other'>, readonly RefusedKind[]>> = {
  workbook: ['xlsx', 'xls', 'old-xls', 'xlsb', 'ods', 'dbf'],
  page: ['html', 'xml'],
  archive: ['gzip', '7z', 'rar', 'bzip2', 'xz', 'zstd', 'cab', 'tar'],
  database: ['mdb', 'accdb', 'sqlite', 'parquet', 'arrow', 'sav', 'sas7bdat', 'dta'],
  document: ['rtf', 'doc', 'docx', 'odt', 'ppt', 'pptx', 'odp'],
  image: ['png', 'jpeg', 'gif', 'tiff', 'bmp', 'webp', 'heic'],
  media: ['mp4', 'mov', 'mkv', 'avi', 'wav'],
  program: ['exe', 'elf', 'mach-o', 'script', 'php'],
  mail: ['eml', 'msg'],
  apple: ['iwork'],
};

export function familyOf(kind: string): FileFamily {
  for (const family of Object.keys(kinds) as (keyof typeof kinds)[])
    if ((kinds[family] as readonly string[]).includes(kind)) return family;
  return 'other';
}
