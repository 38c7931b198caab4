import { useState } from 'react';
import { showMoment } from '../../../../shared/day';
import { Card, Notice, Row, TextArea } from '../../components';
import { DeedForm } from '../../court/deed-form';
import type { PartProps } from '.';
import { Folded } from './folded';

/** Two people say it, each with his own reason; the second makes it so. */
export function MarkFalse({ tip, onDone }: PartProps) {
  const { falseMarks, state } = tip;
  if (falseMarks.length === 0) {
    return (
      <Folded word="标记为虚假" name="mark-false">
        <Mark tip={tip} onDone={onDone} />
      </Folded>
    );
  }
  return (
    <Card title="标记为虚假">
      {falseMarks.map(({ by, at, reason }) => (
        <Row label={by} key={`${by} ${at}`}>{`${showMoment(new Date(at))}，${reason}`}</Row>
      ))}
      {state === 'false' ? <Notice>已有两个人标记，这条线索认定为虚假。</Notice> : null}
      {state !== 'false' && falseMarks.some(({ isMine }) => isMine) ? (
        <Notice>您已经标记过，还要另一位同事标记才算数。</Notice>
      ) : null}
      {state !== 'false' && !falseMarks.some(({ isMine }) => isMine) ? (
        <Mark tip={tip} onDone={onDone} />
      ) : null}
    </Card>
  );
}

function Mark({ tip, onDone }: PartProps) {
  const [reason, setReason] = useState('');
  return (
    <>
      <Notice>要两个人分别标记才算数。认定后提供人不能领奖；别人提供的同一线索不受影响。</Notice>
      <DeedForm
        action="mark-tip-false"
        input={{ tipId: tip.tipId, reason }}
        submit={tip.falseMarks.length === 0 ? '标记为虚假' : '我也标记为虚假'}
        kind="danger"
        done={({ isFalse }) => (isFalse ? '已认定为虚假。' : '已标记。')}
        // What the mark came to stands in the card, as the server says it.
        onDone={() => onDone('已标记。')}
      >
        {(sentences) => (
          <TextArea
            name="false-reason"
            label="为什么是虚假的"
            hint="写核对了什么、哪里不符"
            value={reason}
            onChange={setReason}
            maxLength={1000}
            error={sentences.reason}
          />
        )}
      </DeedForm>
    </>
  );
}
