import type { OutputOf } from '../../shared/actions';
import { CASE_STATUS_WORDS } from '../../shared/cases/case-status';
import type { Intent } from '../understand/intents';
import type { Topic } from '../understand/rules/rule';
import { askedForPerson, notUnderstood } from './hand-over';
import { link, type Scene } from './scene';
import { setQuiet, UNBIND, WHO } from './sentences';
import { shortDay } from './tasks';

type Case = OutputOf<'list-my-cases'>['cases'][number];
type Side = Case['side'];

/** What a debtor or a creditor hears; everything with content is on a page behind the sign-in. */
export async function answerParty(scene: Scene): Promise<string | null> {
  const [intent] = scene.intents;
  return intent ? answerOne(scene, intent) : null;
}

async function answerOne(scene: Scene, intent: Intent): Promise<string | null> {
  switch (intent.kind) {
    case 'topic':
      return onTopic(scene, intent.topic);
    case 'visit':
      return onTopic(scene, meantBy(intent.outcomes));
    case 'acknowledge':
      return '好。您这里不用回收到。\n想看进展，回“我的案子”。';
    case 'details':
      return cases(scene);
    case 'okay':
      return null;
    case 'no':
      return '好。有事再找我，找法院的人回“人工”。';
    default:
      return unclear(scene);
  }
}

/** A liaison's words for what he found are a party's words about himself. */
function meantBy(outcomes: readonly string[]): Topic {
  if (outcomes.includes('hardship')) return 'short-of-money';
  if (outcomes.includes('willing')) return 'plan';
  return outcomes.includes('contacted') ? 'objection' : 'person';
}

async function unclear(scene: Scene): Promise<string> {
  if (scene.talk.confused || scene.talk.handed > 0) return notUnderstood(scene);
  scene.talk.confused = true;
  return '这句我没看明白。您可以这样说：“我的案子”，或者“我付过了”。\n找法院的人，回“人工”。';
}

const HELP: Record<Side, string> = {
  obligor: '看进展：我的案子\n登记付款：我付过了\n手头紧：有困难\n想分几次付：分期\n找法院的人：人工',
  obligee: '看进展：我的案子\n钱到了：收到钱了\n对方不付：申请执行\n找法院的人：人工',
};

async function onTopic(scene: Scene, topic: Topic): Promise<string | null> {
  const side: Side = scene.audience === 'obligee' ? 'obligee' : 'obligor';
  switch (topic) {
    case 'person':
    case 'correction':
      return askedForPerson(scene);
    case 'who':
      return WHO;
    case 'help':
      return HELP[side];
    case 'greeting':
      return '您好。看进展，回“我的案子”；找法院的人，回“人工”。';
    case 'thanks':
      return '不客气。';
    case 'mute':
    case 'unmute':
      return setQuiet(scene, topic === 'mute');
    case 'unbind':
      return UNBIND;
    case 'list':
    case 'my-case':
    case 'not-received':
      return cases(scene);
    default:
      return onPage(scene, PAGES[side][topic]);
  }
}

type OnPage = Exclude<
  Topic,
  | 'person'
  | 'correction'
  | 'who'
  | 'help'
  | 'greeting'
  | 'thanks'
  | 'mute'
  | 'unmute'
  | 'unbind'
  | 'list'
  | 'my-case'
  | 'not-received'
>;

/** A sentence, and the page on which it is done. */
type Page = readonly [string, string];

const PAGES: Record<Side, Record<OnPage, Page>> = {
  obligor: {
    paid: [
      '钱直接付给对方，或者付到法院告诉您的账户；我不收钱。付过了，请在这里登记，对方确认后就算数：',
      'obligor/register-payment/index',
    ],
    plan: ['愿意付就好商量。哪天付、付多少，请写在这里，对方同意就按这个来：', 'obligor/propose-plan/index'],
    'short-of-money': ['有难处就说出来，法院会答复您。请写在这里：', 'obligor/report-hardship/index'],
    objection: ['有不同意见可以提，法院会答复您。请写在这里：', 'obligor/register-objection/index'],
    'wrong-person': ['要是找错了人，请在这里告诉法院，核实后就不再发：', 'obligor/report-wrong-person/index'],
    enforcement: ['明细和下一步都在这里：', 'obligor/my-case/index'],
  },
  obligee: {
    paid: ['收到了钱，请在这里确认，我不经手钱：', 'obligee/my-case/index'],
    plan: ['对方提的分期，在这里看、在这里答复：', 'obligee/my-case/index'],
    'short-of-money': ['明细和下一步都在这里：', 'obligee/my-case/index'],
    objection: ['有不同意见，请在这里看明细，再回“人工”找法院：', 'obligee/my-case/index'],
    'wrong-person': ['请先在这里核对是不是您的案子，不是的回“人工”：', 'obligee/my-case/index'],
    enforcement: ['申请执行是您的权利。什么时候能办、怎么办，都在这里：', 'obligee/my-case/index'],
  },
};

/** Of several cases the person chooses on the page: the bot does not guess which one is meant. */
async function onPage(scene: Scene, [sentence, page]: Page): Promise<string> {
  const { cases } = await scene.person!('list-my-cases', {});
  const side = page.startsWith('obligee') ? 'obligee' : 'obligor';
  const his = cases.filter((one) => one.side === side);
  const address = his.length === 1 ? `${page}?caseId=${his[0]!.caseId}` : 'pages/my-cases/index';
  return `${sentence}\n${link(scene.site, address)}`;
}

const MOST = 5;

async function cases(scene: Scene): Promise<string> {
  const { cases } = await scene.person!('list-my-cases', {});
  if (cases.length === 0) return '您名下现在没有案子。找法院的人，回“人工”。';
  const [only, ...more] = cases;
  const page =
    more.length === 0 ? `${only!.side}/my-case/index?caseId=${only!.caseId}` : 'pages/my-cases/index';
  return [
    `您有 ${cases.length} 件案子：`,
    ...cases.slice(0, MOST).map(caseLine),
    `明细请打开看：${link(scene.site, page)}`,
  ].join('\n');
}

function caseLine({ taskNumber, status, dueDay }: Case): string {
  const until = ['supervised', 'paused', 'planned'].includes(status) ? `，期限${shortDay(dueDay)}` : '';
  return `编号 ${taskNumber}，${CASE_STATUS_WORDS[status]}${until}`;
}
