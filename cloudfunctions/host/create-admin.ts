import { readArguments } from './arguments';
import { withApp } from './command';
import { createAdmin } from './first-admin';
import { asProgram } from './operator';

const USAGE = `npm run create-admin -- --name 张三 --login zhangsan [--phone 1…]

Adds an administrator and prints the password for the first sign-in, which is good for a week. At that sign-in he
chooses his own password and binds the authenticator of his telephone; then he adds everybody else.`;

await asProgram(async () => {
  const text = { type: 'string' } as const;
  const order = readArguments(USAGE, { name: text, login: text, phone: text });
  if (!order) return console.log(USAGE);
  const { name = '', login = '', phone } = order.values;
  await withApp(async (app) => {
    const password = await createAdmin(app, { name, loginName: login, phone });
    console.log(`Login: ${login}\nPassword for the first sign-in, shown this once: ${password}`);
    console.log(`Sign in at ${app.publicUrl}/#/pages/sign-in/index within a week.`);
  });
});
