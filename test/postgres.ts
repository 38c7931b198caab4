import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../cloudfunctions/host/embedded-postgres';
import { connect } from '../cloudfunctions/server/storage/connect';
import { migrate } from '../cloudfunctions/server/storage/migrate';

/** One real PostgreSQL for the whole run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const folder = await mkdtemp(join(tmpdir(), 'zhiqian-test-'));
  // As root the server runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
  const server = given ? undefined : await startEmbedded(join(folder, 'postgres'), { fsync: false });
  const adminUrl = given ?? server!.urlOf('postgres');
  const template = `zhiqian_template_${process.pid}`;
  const admin = connect(adminUrl, { max: 1 });
  await sql.raw(`create database ${template}`).execute(admin);
  const db = connect(withDatabase(adminUrl, template), { max: 1 });
  await migrate(db, 'cloudfunctions/server/storage/migrations');
  await db.destroy();
  project.provide('adminUrl', adminUrl);
  project.provide('template', template);
  return async () => {
    await sql.raw(`drop database if exists ${template} with (force)`).execute(admin);
    await admin.destroy();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string;
    template: string;
  }
}
