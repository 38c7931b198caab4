import { Button } from '../components';
import { MY_CASES, MY_DATA, REPORT_WRONG_PERSON } from '../routes';
import { go } from './go';

/** At the bottom of every case: the other cases, and one tap for whoever is not meant. */
export function Elsewhere({ caseId }: { caseId: string }) {
  return (
    <>
      <Button kind="quiet" onTap={() => go(MY_CASES, { all: '1' })}>
        我的全部案件
      </Button>
      <Button kind="quiet" name="my-data" onTap={() => go(MY_DATA)}>
        我的信息
      </Button>
      <Button kind="quiet" onTap={() => go(REPORT_WRONG_PERSON, { caseId })}>
        不是我，或号码已换人
      </Button>
    </>
  );
}
