import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { requestCorrection } from '../../../../shared/actions/request-correction';
import {
  CORRECTABLE,
  CORRECTABLE_OF_ACCOUNT,
  CORRECTABLE_WORDS,
  type Correctable,
} from '../../../../shared/cases/data-requests';
import { BigChoice, Button, Field, Notice, Page, TextArea } from '../../components';
import { useDraft } from '../../drafts';
import { checkForm, type Sentences } from '../../forms';
import { address, goBack } from '../../parties/go';
import { Handed, useHandIn, Wrong } from '../../parties/hand-in';
import { OtherWays } from '../../parties/other-ways';
import { MY_DATA, REQUEST_CORRECTION } from '../../routes';

interface Draft {
  field: Correctable | null;
  wanted: string;
  why: string;
}

/** Something about him is wrong: which, what it should be, and how he knows. */
export default function RequestCorrection() {
  const { partyId, about } = useRouter().params;
  return (
    <Page title="申请更正" lead={about ? decodeURIComponent(about) : '您的账号'} watermark>
      <Form partyId={partyId} page={address(REQUEST_CORRECTION, { partyId, about })} />
      <OtherWays>拨打下方法院电话说明，或者带身份证到法院窗口更正。</OtherWays>
    </Page>
  );
}

function Form({ partyId, page }: { partyId?: string; page: string }) {
  const [draft, change, clear] = useDraft<Draft>(page, { field: null, wanted: '', why: '' });
  const [wrong, setWrong] = useState<Sentences>({});
  const { busy, sentence, item, handIn } = useHandIn();
  const fields = partyId ? CORRECTABLE : CORRECTABLE_OF_ACCOUNT;

  async function hand(): Promise<void> {
    const checked = checkForm(requestCorrection.input, {
      partyId,
      ...draft,
      field: draft.field ?? undefined,
    });
    setWrong(checked.ok ? {} : checked.sentences);
    if (!checked.ok) return;
    const submission = { input: checked.input, title: '申请更正', page, draft };
    if (await handIn({ action: 'request-correction', ...submission })) clear();
  }

  if (item) {
    return (
      <Handed
        item={item}
        done="已交给法院。法院核对后在十五个工作日内答复，结果在“我的信息”里看。"
        back="回到我的信息"
        onBack={() => goBack(MY_DATA)}
      />
    );
  }
  return (
    <>
      <BigChoice
        name="field"
        label="哪一项写错了"
        choices={fields.map((value) => ({ value, word: CORRECTABLE_WORDS[value] }))}
        value={draft.field}
        onChoose={(field) => change({ field })}
        error={wrong.field}
      />
      <Field
        name="wanted"
        label="正确的是什么"
        kind={draft.field === 'phone' ? 'phone' : 'text'}
        maxLength={300}
        value={draft.wanted}
        onChange={(wanted) => change({ wanted })}
        error={wrong.wanted}
      />
      <TextArea
        name="why"
        label="为什么要改"
        hint="例如换了号码、搬了家、证件上不是这个字"
        maxLength={1000}
        value={draft.why}
        onChange={(why) => change({ why })}
        error={wrong.why}
      />
      <Notice>法院可能会打电话或请您出示证件，核对是不是本人。证件号码写错的，请选“其他内容”。</Notice>
      <Wrong sentences={wrong} sentence={sentence} />
      <Button busy={busy} busyText="正在提交…" name="request-correction" onTap={() => void hand()}>
        提交申请
      </Button>
    </>
  );
}
