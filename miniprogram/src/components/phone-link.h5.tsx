/** A number that a tap calls. */
export function PhoneLink({ number }: { number: string }) {
  return (
    <a className="zq-tap zq-link zq-phone" href={`tel:${number}`}>
      {number}
    </a>
  );
}
