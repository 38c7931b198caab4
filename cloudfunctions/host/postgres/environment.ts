/** What the server's programs see: nothing of ours, and no PGDATA or PGPORT of the operator's. */
export const ENVIRONMENT: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
