import { useState } from 'react';
import { REVEAL_FIELD_WORDS, type RevealField, type RevealReason } from '../../../../shared/cases/reveal';
import { useAct } from '../../act';
import { Button, PhoneLink, RevealWhy, Row, Text } from '../../components';

interface MaskedProps {
  partyId: string;
  field: RevealField;
  label: string;
  /** Null where the court has none. */
  masked: string | null;
}

/** One field of a party: masked until somebody says why he opens it; forgotten when he leaves the page. */
export function Masked({ partyId, field, label, masked }: MaskedProps) {
  const reveal = useAct('reveal-party-field');
  const [asking, ask] = useState(false);
  const [value, show] = useState<string | null>(null);
  async function open(reason: RevealReason, words: string): Promise<void> {
    const answer = await reveal.run({ partyId, field, reason, words });
    if (!answer) return;
    show(answer.value);
    ask(false);
  }
  if (masked === null) return <Row label={label}>未填</Row>;
  if (value) return <Row label={label}>{field === 'phone' ? <PhoneLink number={value} /> : value}</Row>;
  return (
    <>
      <Row label={label}>
        <Text>{masked}</Text>
        {asking ? null : (
          <Button
            small
            kind="quiet"
            name={`reveal:${field}`}
            label={`查看${REVEAL_FIELD_WORDS[field]}`}
            onTap={() => ask(true)}
          >
            查看
          </Button>
        )}
      </Row>
      {asking ? (
        <RevealWhy
          what={REVEAL_FIELD_WORDS[field]}
          busy={reveal.busy}
          sentence={reveal.sentence}
          onWhy={(reason, words) => void open(reason, words)}
          onLeave={() => ask(false)}
        />
      ) : null}
    </>
  );
}
