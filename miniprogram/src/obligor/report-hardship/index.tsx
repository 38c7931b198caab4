import { CaseForm } from '../../parties/case-form';
import { REPORT_HARDSHIP } from '../../routes';
import { RequestForm } from '../request-form';

const REASONS = ['家里有人生病', '暂时没有收入', '家里有变故', '其他困难'] as const;

export default function ReportHardship() {
  return (
    <CaseForm
      title="说明困难"
      lead="想付但一时付不出，把难处告诉法院。对方看不到您写的内容。"
      path={REPORT_HARDSHIP}
      ability="reportHardship"
    >
      {(about) => (
        <RequestForm
          about={about}
          action="report-hardship"
          title="说明困难"
          question="是什么困难"
          reasons={REASONS}
          ask="具体情况"
          askHint="例如现在每月大约有多少收入，什么时候能付、能付多少"
          photoHint="病历、证明都可以。没有也能提。"
          submit="提交说明"
          done="说明已交给法院。法院答复之前暂停提醒，答复后会告诉您。"
        />
      )}
    </CaseForm>
  );
}
