/** The phone wall in the browser. Plain DOM; `composePage` puts it into the page. */
interface Person {
  persona: string;
  name: string;
  role: string;
  title: string;
  words: string;
  phone: string;
  openid: string | null;
  idLast6: string | null;
  link: string;
}

interface WallRing {
  id: string;
  at: string;
  kind: 'sms' | 'card';
  persona: string | null;
  to: string;
  text: string;
  title: string;
  lines: [string, string][];
}

(() => {
  const phones = new Map<string, HTMLElement>();
  const seen = new Set<string>();
  let offset = 0;

  const byId = (id: string) => document.getElementById(id)!;
  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, className = '', text = '') => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const shanghai = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false, ...options });
  const minuteOf = shanghai({ hour: '2-digit', minute: '2-digit' });
  const dayOf = shanghai({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
  const momentOf = shanghai({ month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });

  function showClock(): void {
    const now = new Date(Date.now() + offset);
    byId('day').textContent = dayOf.format(now);
    byId('minute').textContent = minuteOf.format(now);
  }

  function setClock(now: string): void {
    offset = Date.parse(now) - Date.now();
    showClock();
  }

  /** Nobody sends them anything: they come to their desks. */
  const AT_DESKS = ['judge', 'clerk', 'chief', 'admin'];

  function addPerson(person: Person): void {
    if (document.querySelector(`[data-persona="${person.persona}"]`)) return;
    if (AT_DESKS.includes(person.role)) addDesk(person);
    else addPhone(person);
  }

  function addDesk({ persona, title, name, words, link }: Person): void {
    const desk = linkTo(pathOf(link));
    desk.dataset.persona = persona;
    desk.textContent = `${title} ${name}`;
    desk.title = words;
    byId('desks').append(desk);
  }

  /** The same page by whatever name this server was opened. */
  const pathOf = (link: string) => link.slice(link.indexOf('/#/'));

  function addPhone(person: Person): void {
    const phone = (byId('phone') as HTMLTemplateElement).content.firstElementChild!.cloneNode(
      true,
    ) as HTMLElement;
    const fill = (name: string, text: string) => {
      phone.querySelector(`.${name}`)!.textContent = text;
    };
    fill('name', person.name);
    fill('role', person.title);
    fill('words', person.idLast6 ? `${person.words}（证件后六位 ${person.idLast6}）` : person.words);
    fill('number', person.openid ? `${person.phone} · 微信` : person.phone);
    const screen = phone.querySelector<HTMLElement>('.screen')!;
    screen.setAttribute('aria-label', `${person.name}的手机`);
    // So that the keyboard can scroll it.
    screen.tabIndex = 0;
    phone.querySelector<HTMLAnchorElement>('.enter')!.href = pathOf(person.link);
    addReply(phone, person);
    phone.dataset.persona = person.persona;
    phones.set(person.persona, phone);
    byId('phones').append(phone);
  }

  /** What the person writes back goes to the carrier, and from there to the court's door. */
  function addReply(phone: HTMLElement, { phone: number, name }: Person): void {
    const form = phone.querySelector<HTMLFormElement>('.reply')!;
    const [input, button] = [form.querySelector('input')!, form.querySelector('button')!];
    const send = async () => {
      const { taken } = await post('/demo/reply', { phone: number, text: input.value });
      phone.querySelector('.rings')!.append(make('li', 'mine', input.value));
      form.reset();
      return taken ? `${name}的回复，法院已经收到。` : '这条回复没有送到法院。';
    };
    form.onsubmit = () => void working(button, send);
  }

  /** Text with what a phone makes tappable: addresses, and the eight digits of a code. */
  function livelyText(text: string): DocumentFragment {
    const fragment = document.createDocumentFragment();
    for (const part of text.split(/(https?:\/\/[\w.:/-]+|\d{4} \d{4})/)) {
      if (/^http/.test(part)) fragment.append(linkTo(part));
      else if (/^\d{4} \d{4}$/.test(part)) fragment.append(codeButton(part));
      else fragment.append(part);
    }
    return fragment;
  }

  function linkTo(address: string): HTMLAnchorElement {
    const link = make('a', '', address);
    Object.assign(link, { href: address, target: '_blank', rel: 'noopener' });
    return link;
  }

  function codeButton(code: string): HTMLButtonElement {
    const button = make('button', 'code', code);
    button.type = 'button';
    button.title = '点一下复制';
    button.onclick = async () => {
      await navigator.clipboard.writeText(code.replace(' ', '')).catch(() => {});
      button.textContent = '已复制';
      setTimeout(() => {
        button.textContent = code;
      }, 1200);
    };
    return button;
  }

  function drawRing(ring: WallRing, fresh: boolean): HTMLElement {
    const item = make('li', fresh ? 'ring fresh' : 'ring');
    const time = make('time', '', momentOf.format(new Date(ring.at)));
    time.dateTime = ring.at;
    item.append(time, ring.kind === 'sms' ? drawSms(ring) : drawCard(ring));
    return item;
  }

  function drawSms({ text }: WallRing): HTMLElement {
    const bubble = make('div', 'bubble');
    bubble.append(livelyText(text));
    return bubble;
  }

  function drawCard({ title, lines }: WallRing): HTMLElement {
    const card = make('div', 'card');
    const list = make('dl');
    for (const [label, value] of lines) list.append(make('dt', '', label), make('dd', '', value));
    card.append(make('div', 'from', '服务通知 · 执前通'), make('b', '', title), list);
    return card;
  }

  function show(ring: WallRing, fresh: boolean): void {
    if (seen.has(ring.id)) return;
    seen.add(ring.id);
    const phone = ring.persona ? phones.get(ring.persona) : undefined;
    if (phone) showOnPhone(phone, ring, fresh);
    else showElsewhere(ring, fresh);
  }

  function showOnPhone(phone: HTMLElement, ring: WallRing, fresh: boolean): void {
    phone.querySelector('.rings')!.append(drawRing(ring, fresh));
    phone.querySelector('.count')!.textContent = `${phone.querySelectorAll('.ring').length} 条`;
    const screen = phone.querySelector('.screen')!;
    screen.scrollTop = screen.scrollHeight;
    if (!fresh) return;
    phone.classList.add('rang');
    setTimeout(() => phone.classList.remove('rang'), 2500);
  }

  function showElsewhere(ring: WallRing, fresh: boolean): void {
    const item = make('li', fresh ? 'fresh' : '');
    const details = make('details');
    const summary = make('summary', '', ring.to);
    const gist = ring.kind === 'sms' ? ring.text.replace(/^【.*?】/, '') : ring.lines[0]![1];
    summary.append(make('time', '', momentOf.format(new Date(ring.at))), make('span', 'gist', gist));
    details.append(summary, ring.kind === 'sms' ? drawSms(ring) : drawCard(ring));
    item.append(details);
    byId('others').prepend(item);
    byId('others-count').textContent = String(byId('others').children.length);
  }

  function line(state: 'live' | 'lost', words: string): void {
    byId('line').className = `line ${state}`;
    byId('line').textContent = words;
  }

  async function post(path: string, body: object): Promise<Record<string, string>> {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  }

  async function working(button: HTMLButtonElement, work: () => Promise<string>): Promise<void> {
    button.disabled = true;
    byId('result').textContent = '正在办理……';
    byId('result').textContent = await work().catch(() => '没有办成，请看启动窗口里的日志，再试一次。');
    button.disabled = false;
  }

  async function sweep(): Promise<string> {
    const { planned, delivered, failed, suppressed } = await post('/demo/sweep', {});
    return `巡检完：新排 ${planned} 条，发出 ${delivered} 条，未送到 ${failed} 条，不再需要 ${suppressed} 条。`;
  }

  async function jump(days: number): Promise<string> {
    const then = new Date(Date.now() + offset + days * 86_400_000);
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(then);
    const { now } = await post('/demo/clock', { now: day });
    setClock(now!);
    return sweep();
  }

  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-days]')) {
    button.onclick = () => working(button, () => jump(Number(button.dataset.days)));
  }
  const now = byId('sweep') as HTMLButtonElement;
  now.onclick = () => working(now, sweep);

  const events = new EventSource('/phones/events');
  const hear = (name: string, listener: (data: never) => void) =>
    events.addEventListener(name, (event) =>
      listener(JSON.parse((event as MessageEvent<string>).data) as never),
    );
  let known = false;
  hear('start', ({ now, personas, rings }: { now: string; personas: Person[]; rings: WallRing[] }) => {
    line('live', '实时');
    setClock(now);
    for (const person of personas) addPerson(person);
    for (const ring of rings) show(ring, known);
    known = true;
  });
  hear('ring', (ring: WallRing) => show(ring, true));
  hear('clock', ({ now }: { now: string }) => setClock(now));
  events.onerror = () => line('lost', '断开了，正在重连');
  setInterval(showClock, 5_000);
})();
