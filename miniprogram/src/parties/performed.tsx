import { showYuan } from '../../../shared/money';
import { Button, Notice } from '../components';
import { CERTIFICATE } from '../routes';
import { go } from './go';
import type { CaseRecord } from './owed';

/** The good end: everything performed, and the paper that says so. */
export function Performed({ record }: { record: CaseRecord }) {
  const { certificate, caseId, statement } = record;
  return (
    <>
      <Notice kind="done">
        已全部履行，案件办结。
        {statement.waived > 0 ? `权利人不再要求其余 ${showYuan(statement.waived)} 元。` : ''}
      </Notice>
      {certificate ? <Button onTap={() => go(CERTIFICATE, { caseId })}>打开自动履行证明书</Button> : null}
    </>
  );
}
