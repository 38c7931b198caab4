import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { verifyCertificate } from '../../../../shared/actions/verify-certificate';
import { showDay } from '../../../../shared/day';
import { useAct } from '../../act';
import { Button, Card, Field, Notice, Page, Row } from '../../components';
import { checkForm, type Sentences } from '../../forms';
import { OtherWays } from '../../parties/other-ways';

type Found = OutputOf<'verify-certificate'>;

/** Anybody who is shown a certificate sees whether the court issued it. */
export default function VerifyCertificate() {
  const { number: given = '', code = '' } = useRouter().params;
  const [number, setNumber] = useState(decodeURIComponent(given));
  const [verifyCode, setVerifyCode] = useState(code);
  const [wrong, setWrong] = useState<Sentences>({});
  const [found, setFound] = useState<Found | null>(null);
  const { busy, sentence, run } = useAct('verify-certificate');

  async function verify(): Promise<void> {
    setFound(null);
    const checked = checkForm(verifyCertificate.input, { number, verifyCode });
    setWrong(checked.ok ? {} : checked.sentences);
    if (checked.ok) setFound(await run(checked.input));
  }

  return (
    <Page title="证明书验真" lead="核对自动履行证明书是不是法院出具的。">
      <Field
        name="number"
        label="证明书编号"
        hint="在证明书标题下面"
        maxLength={60}
        value={number}
        onChange={setNumber}
        error={wrong.number}
      />
      <Field
        name="verifyCode"
        label="验真码"
        hint="在证明书右下角，10 位字母和数字"
        kind="code"
        maxLength={10}
        value={verifyCode}
        onChange={(text) => setVerifyCode(text.toUpperCase())}
        error={wrong.verifyCode}
      />
      <Button busy={busy} busyText="正在核对…" onTap={() => void verify()}>
        核对真伪
      </Button>
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      {found ? <Genuine found={found} /> : null}
      <OtherWays>拨打下方法院电话，报编号和验真码核对。</OtherWays>
    </Page>
  );
}

function Genuine({ found }: { found: Found }) {
  return (
    <>
      <Notice kind="done">这份证明书是真的，请再核对下面几项与纸上是否一致。</Notice>
      <Card title="法院的记录">
        <Row label="出具法院">{found.courtName}</Row>
        <Row label="义务人">{found.obligorMasked}</Row>
        <Row label="履行完毕日">{showDay(found.performedDay)}</Row>
        <Row label="出具日期">{showDay(found.issuedDay)}</Row>
      </Card>
    </>
  );
}
