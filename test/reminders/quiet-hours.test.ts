import { describe, expect, test } from 'vitest';
import { isQuiet, nextAllowed } from '../../shared/reminders/quiet-hours';

describe('nobody’s telephone rings at night', () => {
  test.each([
    ['07:59', '2026-03-01T23:59:00Z', '2026-03-02T00:00:00.000Z'],
    ['08:00', '2026-03-02T00:00:00Z', '2026-03-02T00:00:00.000Z'],
    ['19:59', '2026-03-02T11:59:00Z', '2026-03-02T11:59:00.000Z'],
    ['20:00', '2026-03-02T12:00:00Z', '2026-03-03T00:00:00.000Z'],
    ['00:30', '2026-03-02T16:30:00Z', '2026-03-03T00:00:00.000Z'],
  ])('at %s in Shanghai (%s) the next moment is %s', (_, instant, allowed) => {
    const at = new Date(instant);
    expect(nextAllowed(at).toISOString()).toBe(allowed);
    expect(isQuiet(at)).toBe(nextAllowed(at) > at);
  });
});
