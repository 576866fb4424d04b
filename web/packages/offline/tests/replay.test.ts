import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Replay, type RoundEnd, type Sender, waitAfter } from '../src/index.ts';

it('waits double, stay under five minutes, and differ between phones', () => {
  expect([0, 1, 2, 3].map((failures) => waitAfter(failures, 1))).toEqual([2000, 4000, 8000, 16_000]);
  expect(waitAfter(50, 1)).toBe(300_000);
  expect(waitAfter(3, 0)).toBe(8000);
});

/** A replay whose rounds end as told, with the times at which they began. */
function replaying(...ends: (RoundEnd | Error)[]) {
  const began: number[] = [];
  const round = async () => {
    began.push(Date.now());
    const end = ends.shift() ?? 'empty';
    if (end instanceof Error) throw end;
    return end;
  };
  const sender = { round, makeWay: () => {}, advanced: false } as unknown as Sender;
  const replay = new Replay({ sender, owner: () => 'fu', random: () => 1 });
  const listeners = { addEventListener: () => {}, removeEventListener: () => {} };
  const document = { ...listeners, visibilityState: 'visible' } as unknown as Document;
  return { replay, began, sender, start: () => replay.start({ ...listeners, document }) };
}

describe('the clock of the replay', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  it('looks again soon after another tab was at it: what was just written may have missed its last look', async () => {
    const { began, start } = replaying('elsewhere', 'elsewhere');
    start();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(began).toEqual([0, 2000, 4000]);
  });

  it('comes back soon for a large file that has come further and gave way', async () => {
    const { began, start } = replaying('later', 'more', 'more');
    start();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(began).toEqual([0, 2000, 4000, 6000]);
  });

  it('comes back soon on a line that breaks in every round, as long as each brings something', async () => {
    const { began, start, sender } = replaying('no-network', 'no-network', 'no-network', 'no-network');
    sender.advanced = true;
    start();
    await vi.advanceTimersByTimeAsync(7_000);
    expect(began).toEqual([0, 2000, 4000, 6000]);
  });

  it('goes on after a fault of the phone’s own storage, and says so', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { began, start, replay } = replaying(new Error('QuotaExceededError'));
    start();
    await vi.advanceTimersByTimeAsync(3000);
    expect(began).toEqual([0, 2000]);
    expect(said).toHaveBeenCalledOnce();
    expect(replay.state.end).toBe('empty');
    said.mockRestore();
  });

  it('comes back ever more rarely while the server fails, at once when something was written', async () => {
    const { began, start, replay } = replaying('later', 'later', 'later', 'later', 'later');
    start();
    await vi.advanceTimersByTimeAsync(14_000);
    expect(began).toEqual([0, 2000, 6000, 14_000]);
    replay.written();
    await vi.advanceTimersByTimeAsync(0);
    expect(began).toHaveLength(5);
  });
});
