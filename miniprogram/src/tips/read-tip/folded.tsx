import { type ReactNode, useState } from 'react';
import { Button, Card } from '../../components';

/** A form behind a button, so that nobody fills it in by a slip. */
export function Folded({ word, name, children }: { word: string; name: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button small kind="quiet" name={name} onTap={() => setOpen(!isOpen)}>
        {isOpen ? '收起' : word}
      </Button>
      {isOpen ? <Card title={word}>{children}</Card> : null}
    </>
  );
}
