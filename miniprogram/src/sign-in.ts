import Taro from '@tarojs/taro';
import { ROLES } from '../../shared/cases/roles';
import { call, type Keys, signInAsPersona } from './api';
import { outbox } from './outbox';
import { FIRST_PAGES, HOME, SET_UP_SIGN_IN } from './routes';
import { type Me, session } from './session';

/** Begins a session with what a sign-in answered (null: WeChat vouches), and learns who it is. */
export async function enter(keys: Keys | null): Promise<Me> {
  session.begin(keys?.token ?? null, keys?.refreshToken);
  const me = await call('get-me', {});
  session.recognise(me);
  void outbox.flush();
  return me;
}

export async function enterAsPersona(persona: string): Promise<Me> {
  return enter(await signInAsPersona(persona));
}

/** The first page of the person's foremost role: the court's before a liaison's before a party's. */
export function firstPageOf(me: Me): string {
  const role = ROLES.find((role) => FIRST_PAGES[role] && me.roles.some((mine) => mine.role === role));
  return (role && FIRST_PAGES[role]) || HOME;
}

export function goToFirstPage(me: Me): void {
  if (me.setUp) return void Taro.reLaunch({ url: SET_UP_SIGN_IN });
  void Taro.reLaunch({ url: firstPageOf(me) });
}

/** The court is told, so that the tokens open nothing any more; without a network they die by themselves. */
export function leave(): void {
  void call('sign-out', {}).catch(() => {});
  session.end(null);
  void Taro.reLaunch({ url: HOME });
}
