import Taro from '@tarojs/taro';
import { ROLES } from '../../shared/cases/roles';
import { call, signInAsPersona } from './api';
import { outbox } from './outbox';
import { FIRST_PAGES, HOME } from './routes';
import { type Me, session } from './session';

/** Begins a session with a token (null: WeChat vouches), and learns who it is. */
export async function enter(token: string | null): Promise<Me> {
  session.begin(token);
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
  void Taro.reLaunch({ url: firstPageOf(me) });
}

export function leave(): void {
  session.end(null);
  void Taro.reLaunch({ url: HOME });
}
