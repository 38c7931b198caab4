/** The chats of the wall in the browser, beside wall.ts in the same script. */
interface WallChatLine {
  id: string;
  chat: { user?: string; group?: string };
  from: string | null;
  text: string;
  mention?: string;
}

interface WallChatPerson {
  user: string;
  name: string;
  title: string;
}

(() => {
  const GROUP = '群聊';
  const places = new Map<string, HTMLElement>();
  const names = new Map<string, string>();
  const seen = new Set<string>();
  const template = document.getElementById('chat') as HTMLTemplateElement;

  function addChat(key: string, title: string, speakers: WallChatPerson[]): void {
    if (places.has(key)) return;
    const chat = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
    chat.dataset.chat = key;
    chat.querySelector('.name')!.textContent = title;
    const lines = chat.querySelector<HTMLElement>('.lines')!;
    lines.setAttribute('aria-label', `${title}和机器人`);
    lines.tabIndex = 0;
    const form = chat.querySelector('form')!;
    const [select, input] = [form.querySelector('select')!, form.querySelector('input')!];
    for (const { user, name } of speakers) select.append(new Option(name, user));
    select.hidden = speakers.length < 2;
    form.onsubmit = () => {
      void send(select.value, input.value, key === GROUP);
      input.value = '';
    };
    places.set(key, chat);
    document.getElementById('chats')!.append(chat);
  }

  async function send(from: string, text: string, group: boolean): Promise<void> {
    await fetch('/demo/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from, text, group }),
    });
  }

  function show({ id, chat, from, text, mention }: WallChatLine): void {
    if (seen.has(id)) return;
    seen.add(id);
    const lines = places.get(chat.user ?? GROUP)?.querySelector('.lines');
    if (!lines) return;
    const item = document.createElement('li');
    item.className = from ? 'line theirs' : 'line';
    const called = mention ? `@${names.get(mention) ?? mention} ` : '';
    item.textContent = `${from && !chat.user ? `${names.get(from) ?? from}：` : ''}${called}${text}`;
    lines.append(item);
    lines.scrollTop = lines.scrollHeight;
  }

  const events = new EventSource('/phones/chats');
  const hear = (name: string, listener: (data: never) => void) =>
    events.addEventListener(name, (event) =>
      listener(JSON.parse((event as MessageEvent<string>).data) as never),
    );
  hear('start', ({ people, lines }: { people: WallChatPerson[]; lines: WallChatLine[] }) => {
    for (const person of people) names.set(person.user, person.name);
    for (const person of people) addChat(person.user, `${person.title} ${person.name}`, [person]);
    addChat(GROUP, GROUP, people);
    for (const line of lines) show(line);
  });
  hear('line', show);
})();
