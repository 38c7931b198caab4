import type { OutputOf } from '../../../../shared/actions';

export type Wordings = OutputOf<'list-wordings'>;
export type Wording = Wordings['wordings'][number];

export const READER_WORDS: Record<Wording['reader'], string> = {
  obligor: '义务人',
  obligee: '权利人',
  staff: '联络员和团队',
};

export const PHASE_WORDS: Record<Wording['phase'], string> = {
  'before-filing': '立案执行以前',
  'after-filing': '立案执行以后',
};

/** What a sentence in braces stands for, for whoever writes one. */
const VARIABLE_WORDS: Record<string, string> = {
  day: '日期',
  task: '编号',
  code: '查询码',
  count: '件数',
};

export const variableWord = (name: string): string => VARIABLE_WORDS[name] ?? name;

export const keyOf = ({ template, channel }: Pick<Wording, 'template' | 'channel'>): string =>
  `${channel} ${template}`;
