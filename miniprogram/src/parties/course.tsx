import { showMoment } from '../../../shared/day';
import { Card, Timeline } from '../components';
import type { CaseRecord } from './owed';

/** What has happened, newest first. */
export function Course({ timeline }: Pick<CaseRecord, 'timeline'>) {
  if (timeline.length === 0) return null;
  const moments = [...timeline]
    .reverse()
    .map(({ at, words }) => ({ when: showMoment(new Date(at)), what: words }));
  return (
    <Card title="办理经过">
      <Timeline moments={moments} />
    </Card>
  );
}
