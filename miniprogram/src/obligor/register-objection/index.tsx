import { CaseForm } from '../../parties/case-form';
import { REGISTER_OBJECTION } from '../../routes';
import { RequestForm } from '../request-form';

const REASONS = ['已经付过了', '金额不对', '不该由我付', '其他情况'] as const;

export default function RegisterObjection() {
  return (
    <CaseForm
      title="提出异议"
      lead="觉得不该付，或者数目不对，在这里告诉法院。"
      path={REGISTER_OBJECTION}
      ability="object"
    >
      {(about) => (
        <RequestForm
          about={about}
          action="register-objection"
          title="提出异议"
          question="哪里不对"
          reasons={REASONS}
          ask="具体情况"
          askHint="例如哪天付过、付给谁、付了多少，或者您认为应该是多少"
          photoHint="收条、转账记录、文书都可以。没有也能提。"
          submit="提交异议"
          done="异议已交给法院。法院答复之前暂停提醒，答复后会告诉您。"
        />
      )}
    </CaseForm>
  );
}
