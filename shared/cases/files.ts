import { COURT_ROLES, LIAISON_ROLES, type Relation, type Role } from './roles';

export type FilePurpose =
  | 'payment-proof'
  | 'visit-photo'
  | 'request-evidence'
  | 'tip-evidence'
  | 'tip-photo'
  | 'case-list';

interface FileRule {
  uploaders: readonly Role[];
  /** Who may look besides the uploader: what he is to the file's case. */
  readers: readonly Relation[];
  accepts: RegExp;
  /** What is accepted, as the refusal says it. */
  words: string;
  /** Lists are told by their names: browsers disagree on the media type of CSV. */
  by: 'mediaType' | 'fileName';
}

const PHOTO = /^image\/(jpeg|png|webp)$/;
const PHOTO_OR_PDF = /^(image\/(jpeg|png|webp)|application\/pdf)$/;

/**
 * Who uploads what, and who sees it. A liaison never sees a payment proof (bank accounts stand on it), and
 * nobody but the court sees what a household told the court.
 */
export const FILE_RULES: Record<FilePurpose, FileRule> = {
  'payment-proof': {
    uploaders: ['obligor', ...LIAISON_ROLES, ...COURT_ROLES],
    readers: ['court', 'obligor', 'obligee'],
    accepts: PHOTO_OR_PDF,
    words: 'JPG、PNG、WebP 照片或 PDF',
    by: 'mediaType',
  },
  'visit-photo': {
    uploaders: [...LIAISON_ROLES, 'officer'],
    readers: ['court', 'liaison'],
    accepts: PHOTO,
    words: 'JPG、PNG 或 WebP 照片',
    by: 'mediaType',
  },
  'request-evidence': {
    uploaders: ['obligor', ...LIAISON_ROLES],
    readers: ['court', 'obligor'],
    accepts: PHOTO_OR_PDF,
    words: 'JPG、PNG、WebP 照片或 PDF',
    by: 'mediaType',
  },
  // What an officer photographs where a tip sent him; read with the tip, and by no relation to the case.
  'tip-evidence': {
    uploaders: ['officer'],
    readers: [],
    accepts: PHOTO,
    words: 'JPG、PNG 或 WebP 照片',
    by: 'mediaType',
  },
  // What a citizen sends without an account, by an action of its own.
  'tip-photo': {
    uploaders: [],
    readers: [],
    accepts: PHOTO,
    words: 'JPG、PNG 或 WebP 照片',
    by: 'mediaType',
  },
  'case-list': {
    uploaders: ['judge', 'clerk', 'chief'],
    readers: [],
    accepts: /\.(xlsx|xls|csv)$/i,
    words: 'Excel（.xlsx）或 CSV 表格',
    by: 'fileName',
  },
};
