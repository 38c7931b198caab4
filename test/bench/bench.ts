import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { connect } from '../../cloudfunctions/server/storage/connect';
import { type Cost, measure } from './cpu';

export interface Figure {
  name: string;
  value: number;
  target: string;
  met: boolean;
}

/** Collects figures, says each as it comes, and knows whose CPU counts. */
export class Bench {
  readonly figures: Figure[] = [];

  constructor(
    readonly adminUrl: string,
    /** The processes beside ours whose work is ours too. */
    readonly servers: readonly number[],
  ) {}

  measure(work: () => Promise<unknown>): Promise<Cost> {
    return measure(this.servers, work);
  }

  /** A new database on the server of the bench; the address of it. */
  async freshDatabase(name: string): Promise<string> {
    const admin = connect(this.adminUrl, { max: 1 });
    await sql.raw(`drop database if exists ${name} with (force)`).execute(admin);
    await sql.raw(`create database ${name}`).execute(admin);
    await admin.destroy();
    const url = new URL(this.adminUrl);
    url.pathname = `/${name}`;
    return url.toString();
  }

  note(words: string): void {
    console.log(`      ${words}`);
  }

  atMost(name: string, value: number, most: number): void {
    this.add(name, value, `≤ ${most}`, value <= most);
  }

  atLeast(name: string, value: number, least: number): void {
    this.add(name, value, `≥ ${least}`, value >= least);
  }

  private add(name: string, exact: number, target: string, met: boolean): void {
    const value = Math.round(exact * 1000) / 1000;
    this.figures.push({ name, value, target, met });
    console.log(`${met ? 'met ' : 'MISS'}  ${name}: ${value} (${target})`);
  }
}

/** The server's first process, parent of whoever answers us. */
export async function postmasterOf(adminUrl: string): Promise<number> {
  const admin = connect(adminUrl, { max: 1 });
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(admin);
  const parent = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${rows[0]!.pid}/status`, 'utf8'))![1];
  await admin.destroy();
  return Number(parent);
}
