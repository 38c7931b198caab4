import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { showMoment } from '../../../shared/day';
import { useCourt } from '../court';
import { useLargeText } from '../elder';
import { platform } from '../platform';
import { useSession } from '../session';
import { Heading, Tap, Text, View } from './elements';
import { OutboxBar } from './outbox-bar';
import { PageFooter } from './page-footer';
import { type NavItem, SideNav } from './side-nav';
import { Watermark } from './watermark';

export interface PageProps {
  title: string;
  /** One line under the title: what this page is for. */
  lead?: string;
  children: ReactNode;
  /** The court's desk: full width, with navigation at the side. */
  nav?: NavItem[];
  /** Pages with party data carry account and minute, and are not shared. `true` takes the account's own. */
  watermark?: string | boolean;
}

/** Every page stands in this frame: large letters, the court's telephone, 投诉建议, what waits to be sent. */
export function Page({ title, lead, children, nav, watermark }: PageProps) {
  const [large, toggleLarge] = useLargeText();
  const { me } = useSession();
  const court = useCourt();
  useEffect(() => {
    platform.setTitle(title);
    if (watermark) platform.hideShareMenu();
  }, [title, watermark]);
  const [opened] = useState(platform.now);
  const mark = watermark === true ? me && atMinute(me.watermark, opened) : watermark;

  return (
    <View className={`zq ${large ? 'zq--large' : ''} ${nav ? 'zq--desk' : ''}`}>
      <View className="zq-bar">
        <Text className="zq-bar__court">{court.name} · 执前通</Text>
        <Tap className="zq-bar__large" role="switch" checked={large} label="大字" onTap={toggleLarge}>
          {large ? '标准字' : '大字'}
        </Tap>
      </View>
      <View className="zq-frame">
        {nav ? <SideNav items={nav} /> : null}
        <View className="zq-main" role="main">
          <Heading level={1}>{title}</Heading>
          {lead ? <View className="zq-lead">{lead}</View> : null}
          <OutboxBar />
          {children}
        </View>
      </View>
      <PageFooter court={court} />
      {mark ? <Watermark text={mark} /> : null}
    </View>
  );
}

/** The account's own mark is of the minute when it signed in; the page says when it was opened. */
const atMinute = (mark: string, opened: Date): string =>
  `${mark.replace(/ \d+月\d+日 \d\d:\d\d$/, '')} ${showMoment(opened)}`;
