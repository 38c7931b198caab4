import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Button, Card, DayField, Field, Notice, TextArea, View } from '../../components';
import { CERTIFICATE } from '../../routes';
import { DeedForm } from '../deed-form';
import type { PartProps } from './index';

/** How a case leaves supervision: performed, withdrawn, or filed. Filing is never blocked. */
export function Endings({ found, reload }: PartProps) {
  const { caseId, certificate, can } = found.record;
  return (
    <>
      {certificate ? (
        <Card title="自动履行证明书">
          <View className="zq-text">{certificate.number}</View>
          <Button
            small
            kind="secondary"
            onTap={() => void Taro.navigateTo({ url: `${CERTIFICATE}?caseId=${caseId}` })}
          >
            打开证明书
          </Button>
        </Card>
      ) : null}
      {can.recordFiling ? <RecordFiling caseId={caseId} reload={reload} /> : null}
      {can.withdrawSupervision ? <Withdraw caseId={caseId} reload={reload} /> : null}
    </>
  );
}

function RecordFiling({ caseId, reload }: { caseId: string; reload: () => void }) {
  const [filedDay, setFiledDay] = useState('');
  const [enforcementNumber, setNumber] = useState('');
  return (
    <Card title="已立执行案件">
      <Notice>权利人随时可以申请执行。立案后在这里登记，督促随即结束。</Notice>
      <DeedForm
        action="record-enforcement-filing"
        input={{ caseId, filedDay, enforcementNumber }}
        submit="登记已立案"
        done={() => '已登记，督促结束，相关人员已告知。'}
        onDone={reload}
        kind="secondary"
      >
        {(sentences) => (
          <>
            <DayField
              name="filedDay"
              label="立案日期"
              value={filedDay}
              onChange={setFiledDay}
              error={sentences.filedDay}
            />
            <Field
              name="enforcementNumber"
              label="执行案号"
              value={enforcementNumber}
              onChange={setNumber}
              error={sentences.enforcementNumber}
            />
          </>
        )}
      </DeedForm>
    </Card>
  );
}

function Withdraw({ caseId, reload }: { caseId: string; reload: () => void }) {
  const [reason, setReason] = useState('');
  return (
    <Card title="结束督促">
      <DeedForm
        action="withdraw-supervision"
        input={{ caseId, reason }}
        submit="结束这次督促"
        done={() => '已结束，提醒停止，联络员已告知。'}
        onDone={reload}
        kind="danger"
      >
        {(sentences) => (
          <TextArea name="reason" label="原因" value={reason} onChange={setReason} error={sentences.reason} />
        )}
      </DeedForm>
    </Card>
  );
}
