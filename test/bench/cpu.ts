import { readdirSync, readFileSync } from 'node:fs';

/** What something cost: the CPU of this process and of the servers beside it, and the time on the wall. */
export interface Cost {
  cpuMs: number;
  wallMs: number;
}

const TICK_MS = 10;

/** Fields of /proc/PID/stat after the name, which may hold blanks. */
function statOf(pid: string): { parent: string; ownTicks: number; reapedTicks: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    const at = (index: number) => Number(fields[index]);
    return { parent: fields[1]!, ownTicks: at(11) + at(12), reapedTicks: at(13) + at(14) };
  } catch {
    return null;
  }
}

/** CPU so far of a server and of all its processes, those that have ended among them. */
function serverCpuMs(pid: number): number {
  const own = statOf(String(pid));
  if (!own) return 0;
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const ticks = children.map(statOf).filter((stat) => stat?.parent === String(pid));
  return (own.ownTicks + own.reapedTicks + ticks.reduce((sum, stat) => sum + stat!.ownTicks, 0)) * TICK_MS;
}

/** CPU and time of `work`, here and in these servers. */
export async function measure(servers: readonly number[], work: () => Promise<unknown>): Promise<Cost> {
  const cpu = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + servers.reduce((sum, pid) => sum + serverCpuMs(pid), 0);
  };
  const [cpuBefore, started] = [cpu(), performance.now()];
  await work();
  return { cpuMs: cpu() - cpuBefore, wallMs: performance.now() - started };
}

export const sumOf = (costs: readonly Cost[]): Cost => ({
  cpuMs: costs.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
  wallMs: costs.reduce((sum, { wallMs }) => sum + wallMs, 0),
});
