import { readFileSync } from 'node:fs';
import { type mock, PuppetMock } from 'wechaty-puppet-mock';
import type { Order, Report } from './puppet-process';

/** A puppet server as a process of its own: the real gRPC wire, and a made-up chat system behind it. */
const [endpoint, token, certFile, keyFile] = process.argv.slice(2) as [string, string, string, string];
/** Not by its name: its types redeclare Node's `util` for the whole project. */
const SERVICE: string = 'wechaty-puppet-service';
const { PuppetServer } = (await import(SERVICE)) as {
  PuppetServer: new (options: object) => { start(): Promise<void> };
};
const tell = (report: Report) => process.send!(report);

const people = new Map<string, mock.ContactMock>();

class Puppet extends PuppetMock {
  /** At once, and not a second later. */
  override ding(data?: string): void {
    setImmediate(() => this.emit('dong', { data: data ?? '' }));
  }

  /** A real chat system gives each message an id; an order can make it slow. */
  override async messageSendText(to: string, text: string): Promise<never> {
    if (!this.isLoggedIn) throw new Error('not logged in');
    if (holding) await new Promise(() => {});
    tell({ kind: 'heard', to, text });
    return `sent-${++count}` as never;
  }
}

let count = 0;
let holding = false;
const puppet = new Puppet();
const me = puppet.mocker.createContact({ id: 'bot', name: '小执' });
function personCalled(id: string): mock.ContactMock {
  const person = people.get(id) ?? puppet.mocker.createContact({ id, name: id });
  people.set(id, person);
  return person;
}
for (const id of ['li', 'wang']) personCalled(id);
const room = puppet.mocker.createRoom({
  id: 'village@chatroom',
  memberIdList: ['bot', 'li', 'wang'],
  topic: '村群',
});

const login = () => {
  if (!puppet.isLoggedIn) puppet.mocker.login(me);
};
// A phone that holds the account goes on holding it.
puppet.on('start', login);

process.on('message', (order: Order) => {
  if (order.kind === 'say') {
    const { from, text, inRoom } = order;
    personCalled(from)
      .say(text)
      .to(inRoom ? room : me);
  } else if (order.kind === 'logout') void puppet.logout(order.reason);
  else if (order.kind === 'login') login();
  else if (order.kind === 'hold') holding = order.on;
});
process.on('disconnect', () => process.exit());

const tls = { serverCert: readFileSync(certFile, 'utf8'), serverKey: readFileSync(keyFile, 'utf8') };
await new PuppetServer({ endpoint, puppet, token, tls }).start();
tell({ kind: 'ready' });
