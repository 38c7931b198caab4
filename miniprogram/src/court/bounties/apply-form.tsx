import { useState } from 'react';
import {
  BOUNTY_PAYERS,
  BOUNTY_WAY_WORDS,
  BOUNTY_WAYS,
  type BountyPayer,
  type BountyWay,
  SOUGHT,
  SOUGHT_WORDS,
  type Sought,
} from '../../../../shared/cases/bounty-notice';
import { Field, MoneyField, Notice, Tap, Text, TextArea, View } from '../../components';
import { Chips, Wrong } from '../chips';
import { DeedForm } from '../deed-form';
import { EMPTY_PROMISE, moneyError, moneyOf, PromiseFields, readPromise } from './promise-fields';
import { PAYER_WORDS } from './words';

const PAYERS = BOUNTY_PAYERS.map((value) => ({ value, word: PAYER_WORDS[value] }));
const SOUGHTS = SOUGHT.map((value) => ({ value, word: SOUGHT_WORDS[value] }));
const WAYS = BOUNTY_WAYS.map((value) => ({ value, word: BOUNTY_WAY_WORDS[value] }));

/** The same fields as the creditor's own form, as they stand on his paper. */
export function ApplyForm({ caseId, onDone }: { caseId: string; onDone: () => void }) {
  const [promise, setPromise] = useState(EMPTY_PROMISE);
  const [promisesToPay, setPromisesToPay] = useState(false);
  const [payer, setPayer] = useState<BountyPayer>('creditor');
  const [policyNumber, setPolicyNumber] = useState('');
  const [cover, setCover] = useState('');
  const [sought, setSought] = useState<Sought>('property');
  const [ways, setWays] = useState<BountyWay[]>([]);
  const [note, setNote] = useState('');
  const isInsured = payer === 'insurer';
  const tick = (way: BountyWay) =>
    setWays(ways.includes(way) ? ways.filter((one) => one !== way) : [...ways, way]);
  const input = {
    caseId,
    promise: readPromise(promise),
    promisesToPay,
    payer,
    policyNumber: isInsured ? policyNumber.trim() || undefined : undefined,
    cover: isInsured ? moneyOf(cover) : undefined,
    sought,
    ways,
    note,
  };
  return (
    <DeedForm
      action="apply-for-bounty"
      input={input}
      submit="登记这份申请"
      done={() => '已登记。'}
      onDone={onDone}
    >
      {(sentences) => (
        <>
          <PromiseFields value={promise} onChange={setPromise} sentences={sentences} />
          <View className="zq-field">
            <Tap
              className={`zq-check ${promisesToPay ? 'is-chosen' : ''}`}
              role="checkbox"
              name="promisesToPay"
              checked={promisesToPay}
              onTap={() => setPromisesToPay(!promisesToPay)}
            >
              <Text className="zq-check__box" silent>
                {promisesToPay ? '✓' : ''}
              </Text>
              <Text>书面申请里已经承诺：线索使债权实现的，自愿按申请支付奖励</Text>
            </Tap>
            <Wrong
              sentences={sentences.promisesToPay ? ['申请里没有这项承诺的，请先让申请执行人补上。'] : []}
            />
          </View>
          <Chips name="payer" label="谁来付" choices={PAYERS} chosen={[payer]} onTap={setPayer} />
          {isInsured ? (
            <>
              <Field
                name="policyNumber"
                label="保单号"
                value={policyNumber}
                onChange={setPolicyNumber}
                maxLength={60}
                error={sentences.policyNumber}
              />
              <MoneyField
                name="cover"
                label="保险金额"
                hint="保险最多付这么多，不够的从申请执行人到位的款里扣"
                value={cover}
                onChange={setCover}
                error={moneyError(cover, sentences.cover)}
              />
            </>
          ) : null}
          <Chips name="sought" label="征集什么" choices={SOUGHTS} chosen={[sought]} onTap={setSought} />
          {sought === 'person' ? <Notice>征集人员下落，要先有法院的书面决定。</Notice> : null}
          <Chips
            many
            name="way"
            label="怎样发布"
            choices={WAYS}
            chosen={ways}
            onTap={tick}
            error={sentences.ways}
          />
          <TextArea
            name="note"
            label="说明"
            optional
            value={note}
            onChange={setNote}
            maxLength={1000}
            error={sentences.note}
          />
        </>
      )}
    </DeedForm>
  );
}
