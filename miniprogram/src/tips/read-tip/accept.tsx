import { useState } from 'react';
import { BigChoice, Button, Row, Tap, Text, View } from '../../components';
import { DeedForm } from '../../court/deed-form';
import type { PartProps, Tip } from '.';
import { NoteField } from './decide';
import { FindCase } from './find-case';
import { standingWords } from './standing';

const NEW = 'new';

interface Target {
  caseId: string;
  words: string;
}

/** The case that the notice named, where there was one. */
const named = ({ caseId, caseNumber, debtorName }: Tip): Target | null =>
  caseId ? { caseId, words: [caseNumber, debtorName].filter(Boolean).join(' ') } : null;

/** A clue of its own, for which a case is needed; or the same as another tip tells, whose case it takes. */
export function Accept({ tip, onDone }: PartProps) {
  const [same, setSame] = useState<string>(NEW);
  const [target, aim] = useState(() => named(tip));
  const [knownBefore, setKnownBefore] = useState(false);
  const [note, setNote] = useState('');
  const which = same === NEW ? { caseId: target?.caseId, knownBefore } : { sameAs: same, knownBefore: false };
  return (
    <DeedForm
      action="decide-tip"
      input={{ tipId: tip.tipId, decision: 'accept', ...which, note }}
      submit="采用这条线索"
      done={() => '已采用。'}
      onDone={() => onDone('已采用。')}
    >
      {(sentences) => (
        <>
          {tip.maybeSame.length > 0 ? (
            <BigChoice
              name="same"
              label="和已有的线索说的是一回事吗？"
              choices={choicesOf(tip)}
              value={same}
              onChoose={setSame}
              error={same === NEW ? undefined : sentences.caseId}
            />
          ) : null}
          {same === NEW ? (
            <>
              <WhichCase target={target} aim={aim} error={sentences.caseId} />
              <KnownBefore value={knownBefore} onChange={setKnownBefore} />
            </>
          ) : null}
          <NoteField value={note} onChange={setNote} error={sentences.note} />
        </>
      )}
    </DeedForm>
  );
}

const choicesOf = ({ maybeSame }: Tip) => [
  { value: NEW, word: '不是，是新的线索' },
  ...maybeSame.map(({ tipId, number, standing }) => ({
    value: tipId,
    word: `与 ${number} 号相同`,
    hint: standingWords(standing),
  })),
];

interface WhichCaseProps {
  target: Target | null;
  aim: (target: Target | null) => void;
  error: string | undefined;
}

function WhichCase({ target, aim, error }: WhichCaseProps) {
  if (!target) return <FindCase onPick={(caseId, words) => aim({ caseId, words })} error={error} />;
  return (
    <View className="zq-field">
      <Row label="归到案件">{target.words}</Row>
      <Button small kind="quiet" name="other-case" onTap={() => aim(null)}>
        换一件案件
      </Button>
    </View>
  );
}

function KnownBefore({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  return (
    <Tap
      className={`zq-check ${value ? 'is-chosen' : ''}`}
      role="checkbox"
      name="knownBefore"
      checked={value}
      onTap={() => onChange(!value)}
    >
      <Text className="zq-check__box" silent>
        {value ? '✓' : ''}
      </Text>
      <Text>法院以前已经掌握（这样就没有奖励）</Text>
    </Tap>
  );
}
