import { tipMay } from '../../../../shared/cases/tip';
import { Heading } from '../../components';
import type { PartProps } from '.';
import { BlockSender } from './block-sender';
import { Refuse } from './decide';
import { Folded } from './folded';
import { MarkFalse } from './mark-false';

/** What is rarely right, out of the way of what is done every day. */
export function OtherActs({ tip, onDone }: PartProps) {
  const mayTurnDown = tip.state !== 'received' && tipMay(tip.state, 'refused') && !tip.covered;
  return (
    <>
      <Heading level={2}>其他</Heading>
      {mayTurnDown ? (
        <Folded word="改为不采用" name="turn-down">
          <Refuse tip={tip} onDone={onDone} />
        </Folded>
      ) : null}
      {tip.covered ? null : <MarkFalse tip={tip} onDone={onDone} />}
      <BlockSender tip={tip} onDone={onDone} />
    </>
  );
}
