import { Branches, Notice, Page } from '../../components';
import { useQuery } from '../../query';
import { LADDER_SETTINGS } from '../../routes';
import { navAt } from '../nav';
import { SettingsTabs } from '../settings-tabs';
import { TrialNotice } from '../trial-notice';
import { Editor } from './editor';
import { PreviewLadder } from './preview';
import { Reading } from './reading';
import { Versions } from './versions';

/** When the court reminds whom. Its own policy: each change is a new version with its first day. */
export default function LadderSettings() {
  const query = useQuery('get-ladder', {}, { keep: false });
  return (
    <Page
      title="提醒设置：什么时候发"
      lead="法院自己定：到期前后哪一天、给谁、先用什么发提醒。"
      nav={navAt(LADDER_SETTINGS)}
      watermark
    >
      <SettingsTabs here={LADDER_SETTINGS} />
      <Branches query={query} empty="">
        {(ladder) => (
          <>
            <TrialNotice isOn={ladder.sending.trial} />
            <Versions ladder={ladder} />
            {ladder.mayChange ? (
              <Editor ladder={ladder} onSaved={() => void query.reload()} />
            ) : (
              <>
                <Notice>只能看。要改，请找承办法官、院领导或管理员。</Notice>
                <Reading policy={ladder.inUse.policy} />
                <PreviewLadder policy={ladder.inUse.policy} />
              </>
            )}
          </>
        )}
      </Branches>
    </Page>
  );
}
