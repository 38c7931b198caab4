import { sealIdentity } from '../../cloudfunctions/server/rewards/tipster';
import { sealOrders } from '../../cloudfunctions/server/tips/errands';
import { takePlace } from '../../cloudfunctions/server/tips/order';
import { sealContent } from '../../cloudfunctions/server/tips/rows';
import type { Day } from '../../shared/day';
import { type Fen, fen } from '../../shared/money';
import type { createCounty } from '../county';
import type { World } from '../world';

type County = Awaited<ReturnType<typeof createCounty>>;

/** What is told in the tip of a case, and who told it: no answer to anybody else may hold a word of it. */
export const TOLD = { words: '蓝色货车夜里停在砖厂后面', place: '砖厂后门' };
export const TIPSTER = {
  name: '百里温暖',
  idNumber: '999999198808080010',
  phone: '19900000777',
  bankName: '青溪农商行',
  bankAccount: '6200000000000000777',
};

let sent = 0;

/** An application for a notice, and a tip with everything that can hang on it, written straight into the tables. */
export async function leaveTip(world: World, county: County, caseId: string) {
  const { app, db } = world;
  const { courtId, judge, officer, chief } = county;
  const now = app.now();
  const id = {
    bountyId: app.newId('bounty'),
    tipId: app.newId('tip'),
    clueId: app.newId('clue'),
    errandId: app.newId('errand'),
    openingId: app.newId('opening'),
    rewardId: app.newId('reward'),
  };
  await db
    .insertInto('bounty_notices')
    .values({
      court_id: courtId,
      bounty_id: id.bountyId,
      case_id: caseId,
      mode: 'share',
      share_bp: 1_000,
      payer: 'creditor',
      sought: 'property',
      ways: ['online'],
      creditor_note: '',
      applied_by: judge,
      applied_at: now,
    })
    .execute();
  await db
    .insertInto('clues')
    .values({
      court_id: courtId,
      clue_id: id.clueId,
      case_id: caseId,
      bounty_id: id.bountyId,
      known_before: false,
      made_by: judge,
      made_at: now,
    })
    .execute();
  const content = { ...TOLD, point: null, seenDay: '2026-03-01' as Day, seenWhen: '', whom: null };
  sent += 1;
  const placed = await db
    .transaction()
    .execute((tx) => takePlace(tx, { courtId, tipId: id.tipId, receivedAt: now, contentDigest: 'digest' }));
  await db
    .insertInto('tips')
    .values({
      court_id: courtId,
      tip_id: id.tipId,
      seq: placed.seq,
      received_at: now,
      content_digest: 'digest',
      previous_hash: placed.previousHash,
      hash: placed.hash,
      code_hash: `code ${sent}`,
      sender_index: `sender ${sent}`,
      content_sealed: sealContent({ app }, content),
      about: 'vehicle',
      bounty_id: id.bountyId,
      case_id: caseId,
      clue_id: id.clueId,
      state: 'accepted',
      state_since: now,
      check_result: 'unchecked',
    })
    .execute();
  await db
    .insertInto('tipsters')
    .values({
      court_id: courtId,
      tip_id: id.tipId,
      identity_sealed: sealIdentity({ app }, TIPSTER),
      given_at: now,
    })
    .execute();
  const orders = { place: TOLD.place, route: '', words: '', point: null, debtorName: null, caseNumber: null };
  await db
    .insertInto('tip_errands')
    .values({
      court_id: courtId,
      errand_id: id.errandId,
      tip_id: id.tipId,
      account_id: officer,
      orders_sealed: sealOrders({ app }, orders),
      sent_by: judge,
      sent_at: now,
    })
    .execute();
  await db
    .insertInto('tipster_openings')
    .values({
      court_id: courtId,
      opening_id: id.openingId,
      tip_id: id.tipId,
      reason: 'pay',
      words: '发放奖励',
      asked_by: chief,
      asked_at: now,
    })
    .execute();
  await db
    .insertInto('rewards')
    .values({
      court_id: courtId,
      reward_id: id.rewardId,
      clue_id: id.clueId,
      tip_id: id.tipId,
      case_id: caseId,
      realized_fen: fen(100_000),
      amount_fen: fen(10_000),
      from_creditor_fen: fen(10_000),
      from_insurer_fen: 0 as Fen,
      creditor_net_fen: fen(90_000),
      basis: '货车变价款到账',
      proposed_by: judge,
      proposed_at: now,
    })
    .execute();
  return { ...id, tipNumber: placed.seq };
}
