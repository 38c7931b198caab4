/** What pages are made of. Pages import from here, not from Taro's components. */
export { BigChoice, type Choice } from './big-choice';
export { Branches } from './branches';
export { Button } from './button';
export { Card, Row } from './card';
export { DeskTable } from './desk-table';
export type { Column } from './desk-table.types';
export { FilePick, Heading, Picture, Tap, Text, View } from './elements';
export { DayField, Field, MoneyField, TextArea } from './field';
export { Money } from './money';
export { Notice } from './notice';
export { OutboxBar } from './outbox-bar';
export { Page } from './page';
export { PhoneLink } from './phone-link';
export { PhotoField } from './photo-field';
export type { NavItem } from './side-nav';
export { Steps } from './steps';
export { Tag } from './tag';
export { Timeline } from './timeline';
