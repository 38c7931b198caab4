import { useEffect } from 'react';
import type { OutputOf } from '../../shared/actions';
import { call } from './api';
import { platform } from './platform';
import { createStore, useStore } from './store';

export type Court = OutputOf<'get-court'>;

const KEY = 'court';
/** Until the court's own number is known there is the national one, which always answers. */
const UNKNOWN: Court = { name: '人民法院', phone: '12368', hotline: '12368', county: '', demo: false };
const court = createStore<Court>(platform.storage.get<Court>(KEY) ?? UNKNOWN);
let asked = false;

/** Name and telephone of the court, which stand on every page, also without a network. */
export function useCourt(): Court {
  useEffect(() => {
    if (!asked) void load();
  }, []);
  return useStore(court);
}

async function load(): Promise<void> {
  asked = true;
  try {
    const answer = await call('get-court', {});
    platform.storage.set(KEY, answer);
    court.set(answer);
  } catch {
    asked = false;
  }
}
