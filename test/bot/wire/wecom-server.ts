import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** WeCom's side of the long connection, as far as we use it; frames as the SDK 1.0.7 reads and writes them. */
export interface WecomServer {
  url: string;
  /** What was said, to whom. */
  heard: { to: string; text: string }[];
  /** How many dings were answered. */
  dings(): number;
  connections(): number;
  say(message: { id: string; from: string; text: string; group?: string; voice?: boolean }): void;
  /** What the server does from now on with what it gets. */
  behave: { answersDings: boolean; acks: boolean | number; takesSecret: boolean };
  /** Somebody else signs in with the same id. */
  displace(): void;
  drop(): void;
  close(): Promise<void>;
}

interface Frame {
  cmd?: string;
  headers: { req_id: string };
  body?: { secret?: string; chatid?: string; markdown?: { content: string } };
}

export async function startWecom(secret: string): Promise<WecomServer> {
  const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(sockets, 'listening');
  const heard: WecomServer['heard'] = [];
  const behave: WecomServer['behave'] = { answersDings: true, acks: true, takesSecret: true };
  let dings = 0;
  let connections = 0;
  let pushes = 0;
  let current: WebSocket | undefined;

  function answer(socket: WebSocket, frame: Frame): void {
    const ack = (errcode: number) =>
      socket.send(JSON.stringify({ headers: frame.headers, errcode, errmsg: errcode === 0 ? 'ok' : 'no' }));
    if (frame.cmd === 'aibot_subscribe') {
      const isRight = frame.body?.secret === secret && behave.takesSecret;
      if (isRight) current = socket;
      ack(isRight ? 0 : 40001);
    }
    if (frame.cmd === 'ping') {
      if (!behave.answersDings) return;
      dings += 1;
      ack(0);
    }
    if (frame.cmd !== 'aibot_send_msg') return;
    if (behave.acks === true || behave.acks === false) {
      heard.push({ to: frame.body!.chatid!, text: frame.body!.markdown!.content });
    }
    if (behave.acks === true) ack(0);
    else if (typeof behave.acks === 'number') ack(behave.acks);
  }

  sockets.on('connection', (socket) => {
    connections += 1;
    socket.on('message', (data) => answer(socket, JSON.parse(String(data)) as Frame));
  });
  const push = (cmd: string, body: object) =>
    current!.send(JSON.stringify({ cmd, headers: { req_id: `push-${++pushes}` }, body }));
  return {
    url: `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}`,
    heard,
    dings: () => dings,
    connections: () => connections,
    behave,
    say: ({ id, from, text, group, voice }) => {
      const kind = voice ? 'voice' : 'text';
      push('aibot_msg_callback', {
        msgid: id,
        aibotid: 'bot',
        from: { userid: from },
        ...(group ? { chattype: 'group', chatid: group } : { chattype: 'single' }),
        msgtype: kind,
        [kind]: { content: text },
      });
    },
    displace: () =>
      push('aibot_event_callback', { msgtype: 'event', event: { eventtype: 'disconnected_event' } }),
    drop: () => {
      for (const socket of sockets.clients) socket.terminate();
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      const closed = once(sockets, 'close');
      sockets.close();
      await closed;
    },
  };
}
