import { fen } from '../../../shared/money';
import { SEALED } from '../../server/sensitive';
import { partyOf, proxyFor } from './acts';
import type { SeedCase, Wish } from './book';
import type { County, Village } from './county';
import type { Plot } from './county-book';
import * as course from './courses';
import { type Telling, tellTasks } from './liaison-courses';
import type { People, Person } from './people';
import { COURT, type Stage } from './stage';
import type { TipOffice } from './tips';

/** The people whom anybody may be in a demonstration, and the cases that they know. */
export interface Cast {
  plots: Plot[];
  /** After the history was played: everybody gets his place on the phone wall. */
  enrol(county: County, office: TipOffice): Promise<void>;
}

type Role = [persona: string, words: string, accountId: string, phone?: string];

export function castPersonas(stage: Stage, county: County, people: People): Cast {
  const at = (name: string) => county.villages.find((village) => village.name === name)!;
  const between = (
    obligor: Person,
    obligee: Person,
    village: Village,
    more: Pick<Wish, 'due' | 'start' | 'principal' | 'cause'>,
  ) => ({ obligor, obligee, village, ...more });
  const [zheng, he, qian, sun, luo, tao] = ['郑小满', '何家福', '钱有粮', '孙秀英', '罗云飞', '陶阿水'].map(
    (name) => people.natural(name),
  ) as [Person, Person, Person, Person, Person, Person];
  const loan = '民间借贷纠纷';
  const soon = scene(
    between(zheng, he, at('宋家村'), { due: 3, start: -1, principal: fen(5_800_000), cause: loan }),
    begunYesterday,
  );
  const late = scene(
    between(qian, people.natural(), at('桥头村'), {
      due: -15,
      start: -27,
      principal: fen(3_260_000),
      cause: '买卖合同纠纷',
    }),
    visitedAndWilling,
  );
  const paid = scene(
    between(people.natural('冯根生'), sun, at('茶亭村'), {
      due: -6,
      start: -16,
      principal: fen(1_850_000),
      cause: '房屋租赁合同纠纷',
    }),
    course.registered(1),
  );
  const parts = scene(
    between(luo, people.natural(), at('竹林村'), {
      due: -14,
      start: -24,
      principal: fen(9_600_000),
      cause: loan,
    }),
    course.planned(7, 0),
  );
  const old = scene(
    between(tao, people.natural(), at('白鹭洲村'), {
      due: 10,
      start: -6,
      principal: fen(1_200_000),
      cause: '农村土地承包合同纠纷',
    }),
    lookedAfter('陶小燕'),
  );
  const scenes = [soon, late, paid, parts, old];
  const account = async ({ story }: Scene, side: 'obligor' | 'obligee') =>
    (await partyOf(stage, story!, side)).accountId;
  return {
    plots: scenes.map(({ plot }) => plot),
    enrol: async (
      { judges, clerk, chief, admin, officers },
      { desk, custodian, creditor, creditorPhone },
    ) => {
      const songs = at('宋家村');
      await insertCast(stage, [
        ['judge', '看工作台上哪些案件卡住了，从待办案件里发起督促', judges[0]!.accountId],
        ['clerk', '导入案件清单，把对不上村的地址一键归位', clerk.accountId],
        ['chief', '看全院的进展和卡点', chief.accountId],
        ['village-liaison', '昨天来了新任务：点“收到”，看材料，上门走访', songs.liaison.accountId],
        ['obligor', '三天后到期：看今天要付多少，登记付款', await account(soon, 'obligor'), zheng.phone],
        ['obligee', '看对方履行到哪一步，答复付款和分期', await account(soon, 'obligee'), he.phone],
        ['town-liaison', '看全镇各村谁还没有回复', songs.townLiaison.accountId],
        [
          'obligor-overdue',
          '逾期十五天：看等一天多多少，提分期或说明困难',
          await account(late, 'obligor'),
          qian.phone,
        ],
        ['obligor-planned', '按约定分期，下一期三天后到期', await account(parts, 'obligor'), luo.phone],
        [
          'obligee-waiting-confirmation',
          '对方昨天登记了付款：收到了就确认，没收到就提出',
          await account(paid, 'obligee'),
          sun.phone,
        ],
        ['relative', '替父亲看手机，经他同意代为办理', await proxyOf(stage, old), tao.phone],
        ['officer', '带着团队跟进逾期案件，路上用手机看', officers[0]!.accountId],
        ['tip-desk', '值班：研判群众提供的线索，派人核查', desk.accountId],
        ['tip-custodian', '单独保管线索提供人的身份，经批准才能打开', custodian.accountId],
        ['obligee-filed', '案件已经执行立案：申请公告征集财产线索', creditor.accountId, creditorPhone],
        ['admin', '管系统：区划、团队、账号', admin.accountId],
      ]);
    },
  };
}

/** A case that a persona knows; its story is there once the plot has entered the book. */
interface Scene {
  plot: Plot;
  story: SeedCase | null;
}

function scene(wish: Wish, told: course.Course): Scene {
  const here: Scene = {
    story: null,
    plot: {
      wish,
      course: (telling, one) => {
        here.story = one;
        told(telling, one);
      },
    },
  };
  return here;
}

const begunYesterday: course.Course = (telling, one) => {
  course.begin(telling, one);
  showUp(telling, one, 'obligor', -1);
  showUp(telling, one, 'obligee', -1);
};

const visitedAndWilling: course.Course = (telling, one) => {
  course.begin(telling, one);
  tellTasks(telling, one, 'prompt');
  showUp(telling, one, 'obligor', -12);
};

const lookedAfter =
  (relative: string): course.Course =>
  (telling, one) => {
    course.begin(telling, one);
    tellTasks(telling, one, 'prompt');
    telling.agenda.add(-2, one.caseNumber, () => proxyFor(telling.stage, one, relative));
  };

/** Opens the link of his message in the evening, and proves who he is. */
const showUp = ({ stage, agenda }: Telling, one: SeedCase, side: 'obligor' | 'obligee', offset: number) =>
  agenda.add(offset, one.caseNumber, () => partyOf(stage, one, side), [18, 18]);

async function proxyOf({ tx }: Stage, { story }: Scene): Promise<string> {
  const { account_id } = await tx
    .selectFrom('party_bindings')
    .select('account_id')
    .where('party_id', '=', story!.obligorId)
    .where('as_proxy', '=', true)
    .executeTakeFirstOrThrow();
  return account_id;
}

async function insertCast(stage: Stage, roles: Role[]): Promise<void> {
  const rows = [];
  for (const [sort, [persona, words, accountId, phone]] of roles.entries()) {
    rows.push({
      persona,
      court_id: COURT,
      account_id: accountId,
      words,
      phone: phone ?? (await phoneOf(stage, accountId)),
      sort,
    });
  }
  await stage.tx.insertInto('demo_personas').values(rows).execute();
}

async function phoneOf({ tx, app }: Stage, accountId: string): Promise<string> {
  const { phone_sealed } = await tx
    .selectFrom('accounts')
    .select('phone_sealed')
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return app.vault.open(SEALED.phone, phone_sealed!);
}
