import type { App } from '../server/app';
import type { Demo } from './open-app';
import type { Pages } from './pages/load';

/** What the routes of a running host share. */
export interface RunningHost {
  app: App;
  demo: Demo | null;
  /** Null when the pages are served by somebody else. */
  pages: Pages | null;
  version: string;
  /** Since when silence counts. */
  patientSince: () => Date;
  restartPatience: () => void;
}
