import { deliverNotices } from '../../cloudfunctions/server/sweeps/deliver-notices';
import { planDueReminders } from '../../cloudfunctions/server/sweeps/plan-reminders';
import { benchApp, noCarrier } from './app';

/** One worker as a process of its own: what it did, when it called, and how much memory it took at most. */
const [task, url, rate] = process.argv.slice(2);
const calls: number[] = [];
const sms = noCarrier(() => calls.push(performance.timeOrigin + performance.now()));
const app = benchApp(url!, { sms, rate: Number(rate ?? 0) });
const totals = { delivered: 0, failed: 0, unknown: 0, suppressed: 0 };
if (task === 'plan') await planDueReminders(app);
else await deliverNotices(app, `run_${process.pid}`, totals);
await app.db.destroy();
process.stdout.write(JSON.stringify({ calls, peakMb: process.resourceUsage().maxRSS / 1024 }));
