import { platform } from '../platform';
import { Tap } from './elements';

/** A number that a tap calls. */
export function PhoneLink({ number }: { number: string }) {
  return (
    <Tap className="zq-link zq-phone" role="link" onTap={() => platform.phoneCall(number)}>
      {number}
    </Tap>
  );
}
