import { useState } from 'react';
import { Card, Field, Notice, TextArea } from '../../components';
import { Chips } from '../../court/chips';
import { DeedForm } from '../../court/deed-form';
import { pointWords } from '../open-place.types';
import type { PartProps } from '.';

/** Sends an officer. He reads what stands here and no word of the tip itself. */
export function Dispatch({ tip, onDone }: PartProps) {
  const [accountId, choose] = useState<string | null>(null);
  const [place, setPlace] = useState(tip.place ?? '');
  const [route, setRoute] = useState(tip.point ? `地图标点 ${pointWords(tip.point)}` : '');
  const [words, setWords] = useState('');
  const officer = tip.officers.find((one) => one.accountId === accountId);
  const [last] = tip.errands;
  return (
    <Card title={tip.state === 'done' ? '再派人核查' : '派人核查'}>
      {last?.state === 'declined' ? (
        <Notice kind="warning">{`${last.officer}去不了：${last.words}。请另派一位。`}</Notice>
      ) : null}
      {tip.officers.length === 0 ? (
        <Notice kind="warning">现在没有可以派的执行人员，请联系执行团队负责人。</Notice>
      ) : null}
      <DeedForm
        action="dispatch-tip"
        input={{ tipId: tip.tipId, accountId: accountId ?? undefined, place, route, words }}
        submit={officer ? `派${officer.name}去` : '派出'}
        // A second errand is an exception; the first is what the page is open for.
        kind={tip.state === 'done' ? 'secondary' : 'primary'}
        done={() => '已派出。'}
        onDone={() => onDone(`已派出，系统已经通知${officer?.name ?? '执行人员'}。`)}
      >
        {(sentences) => (
          <>
            <Chips
              name="officer"
              label="派谁去"
              choices={tip.officers.map((one) => ({
                value: one.accountId,
                word: one.team ? `${one.name}（${one.team}）` : one.name,
              }))}
              chosen={accountId ? [accountId] : []}
              onTap={choose}
              // The contract's own sentence speaks of a number that he never sees.
              error={sentences.accountId && '请选择派谁去。'}
            />
            <Field
              name="place"
              label="去哪里"
              value={place}
              onChange={setPlace}
              maxLength={200}
              error={sentences.place}
            />
            <TextArea
              name="route"
              label="怎么走"
              value={route}
              onChange={setRoute}
              maxLength={1000}
              error={sentences.route}
              optional
            />
            <TextArea
              name="words"
              label="核查什么"
              hint="写要找什么、注意什么。不要写线索是怎么来的"
              value={words}
              onChange={setWords}
              maxLength={1000}
              error={sentences.words}
              optional
            />
          </>
        )}
      </DeedForm>
    </Card>
  );
}
