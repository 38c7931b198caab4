import { NOTICE_STEP_WORDS } from '../../../../shared/cases/notice-words';
import type { LadderPolicy } from '../../../../shared/reminders/ladder-policy';
import { Card, DeskTable, Heading, Row, View } from '../../components';
import { CHANNEL_WORDS } from '../channel-words';
import { AROUND_WORDS, type Around, READERS, WEEKDAYS } from './ladder-words';

const GROUPS: readonly Around[] = ['aroundDue', 'aroundInstalment'];

/** The ladder for those who may only read it. */
export function Reading({ policy }: { policy: LadderPolicy }) {
  const { task, visitIdleAfter, digest } = policy;
  return (
    <>
      {GROUPS.map((around) => (
        <RungsRead key={around} around={around} policy={policy} />
      ))}
      <Card title="联络员">
        <Row label="没有回复">{`任务${task.remindAfter}天提醒本人，${task.escalateAfter}天告诉镇联络员`}</Row>
        <Row label="没有走访">{`回复以后${visitIdleAfter}天再提醒`}</Row>
        <Row label="每周汇总">
          {digest.isOn ? `${WEEKDAYS[digest.weekday - 1]!.word} ${digest.hour}点` : '不发'}
        </Row>
      </Card>
    </>
  );
}

function RungsRead({ around, policy }: { around: Around; policy: LadderPolicy }) {
  return (
    <View className="zq-setting">
      <Heading level={2}>{AROUND_WORDS[around]}</Heading>
      <DeskTable
        caption={AROUND_WORDS[around]}
        rows={[...policy[around]]}
        keyOf={({ step }) => step}
        columns={[
          { key: 'step', title: '哪一档', cell: ({ step }) => NOTICE_STEP_WORDS[step] },
          { key: 'days', title: '哪一天', cell: ({ after }) => daysWords(after) },
          {
            key: 'readers',
            title: '发给谁',
            cell: ({ sides, staff = [] }) => readersWords([...sides, ...staff]),
          },
          { key: 'channel', title: '先用什么发', cell: ({ channel = 'sms' }) => CHANNEL_WORDS[channel] },
        ]}
      />
    </View>
  );
}

function daysWords(after: number): string {
  if (after === 0) return '当天';
  return after < 0 ? `提前${-after}天` : `过后${after}天`;
}

const readersWords = (told: readonly string[]): string =>
  READERS.filter(({ value }) => told.includes(value))
    .map(({ word }) => word)
    .join('、');
