import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAdmin } from '../../cloudfunctions/host/first-admin';
import { createCounty } from '../county';
import { auditOf } from '../party-stories';
import { actor, createWorld, type World } from '../world';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const zhang = { name: '张三', loginName: 'zhangsan' };

test('without a court it says what is missing', async () => {
  await expect(createAdmin(world.app, zhang)).rejects.toThrow('no court yet');
});

test('the first administrator signs in with the password that was printed, and sets up his own', async () => {
  await createCounty(world);
  const password = await createAdmin(world.app, { ...zhang, phone: '19900000099' });
  expect(password).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  const { token, setUp } = await world.anybody.does('sign-in', { loginName: 'zhangsan', password });
  expect(setUp).toBe('password');
  expect((await actor(token).does('get-me', {})).name).toBe('张三');
  expect((await auditOf(world, 'court')).map(({ action }) => action)).toContain('create-admin');
});

test.each([
  ['the login name is taken', zhang, 'already'],
  ['the login name has capitals', { ...zhang, loginName: 'Zhang' }, '--login'],
  ['the name is missing', { ...zhang, name: '' }, '--name'],
  ['the number is none', { ...zhang, loginName: 'lisi', phone: '123' }, '--phone'],
])('%s', async (_, wanted, sentence) => {
  await expect(createAdmin(world.app, wanted)).rejects.toThrow(sentence);
});
