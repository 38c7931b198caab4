import { Button } from '../components';
import { REPORT_WRONG_PERSON } from '../routes';
import { go } from './go';

/** At the bottom of every case: whoever is not meant says so with one tap. */
export function WrongPerson({ caseId }: { caseId: string }) {
  return (
    <Button kind="quiet" onTap={() => go(REPORT_WRONG_PERSON, { caseId })}>
      不是我，或号码已换人
    </Button>
  );
}
