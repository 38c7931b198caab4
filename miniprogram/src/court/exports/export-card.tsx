import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { columnWords, EXPORT_STANDING_WORDS, type ExportStanding } from '../../../../shared/cases/exports';
import { showMoment } from '../../../../shared/day';
import { Button, Card, Notice, Row, Tag } from '../../components';
import { hasRole, useSession } from '../../session';
import { Decide } from './decide';
import { Download } from './download';

export type ExportLine = OutputOf<'list-exports'>['exports'][number];

interface CardProps {
  line: ExportLine;
  onDecided: (sentence: string) => void;
  onFetched: () => void;
}

const TONES: Record<ExportStanding, 'calm' | 'going' | 'done' | 'late' | 'stopped'> = {
  asked: 'going',
  ready: 'done',
  refused: 'stopped',
  expired: 'calm',
  'used-up': 'calm',
};

export function ExportCard({ line, onDecided, onFetched }: CardProps) {
  const { exportId, standing, columns, clearAsked, clearGranted, decided } = line;
  const wasGranted = decided && standing !== 'refused';
  return (
    <Card
      title={line.number}
      tag={<Tag tone={TONES[standing]}>{EXPORT_STANDING_WORDS[standing]}</Tag>}
      name={`export:${exportId}`}
    >
      <Row label="谁申请">{`${line.askedBy} ${moment(line.askedAt)}`}</Row>
      <Row label="用途">{line.why}</Row>
      <Row label="哪些案件">{`${line.which}（申请时 ${line.cases} 件）`}</Row>
      <Row label="列">{columnWords(columns)}</Row>
      {clearAsked.length > 0 ? <Row label="申请不遮住">{columnWords(clearAsked)}</Row> : null}
      {wasGranted && clearAsked.length > 0 ? (
        <Row label="批准不遮住">{columnWords(clearGranted) || '没有'}</Row>
      ) : null}
      {decided ? <Row label="答复">{`${decided.by} ${moment(decided.at)} ${decided.answer}`}</Row> : null}
      {standing === 'ready' && line.expiresAt ? (
        <Row label="还能下载">{`${line.fetchesLeft} 次，${moment(line.expiresAt)}前`}</Row>
      ) : null}
      {line.isMine && wasGranted ? (
        <Download exportId={exportId} isOpen={standing === 'ready'} onFetched={onFetched} />
      ) : null}
      {standing === 'asked' ? <Waiting line={line} onDecided={onDecided} /> : null}
    </Card>
  );
}

const moment = (at: string) => showMoment(new Date(at));

function Waiting({ line, onDecided }: Pick<CardProps, 'line' | 'onDecided'>) {
  const { me } = useSession();
  const [isDeciding, decide] = useState(false);
  if (line.isMine || !hasRole(me, 'judge', 'chief')) return <Notice>由另一位法官或院领导批准。</Notice>;
  if (isDeciding) return <Decide line={line} onDone={onDecided} onLeave={() => decide(false)} />;
  return (
    <Button small kind="secondary" name={`decide:${line.exportId}`} onTap={() => decide(true)}>
      答复
    </Button>
  );
}
