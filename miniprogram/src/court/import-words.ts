import type { OutputOf } from '../../../shared/actions';

type State = OutputOf<'get-import'>['state'];

export const IMPORT_STATE_WORDS: Record<State, string> = {
  checked: '已检查，未导入',
  committing: '正在导入',
  committed: '已导入',
  undone: '已撤销',
  expired: '已过期，请重新上传',
};

export const IMPORT_STATE_TONES = {
  checked: 'calm',
  committing: 'going',
  committed: 'done',
  undone: 'stopped',
  expired: 'stopped',
} as const satisfies Record<State, string>;

export const LEVEL_WORDS = { error: '错误', warning: '请核对', corrected: '已改正' } as const;
export const LEVEL_TONES = { error: 'late', warning: 'going', corrected: 'done' } as const;
