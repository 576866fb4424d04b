import type { Question } from '@fourfold/api';
import type { QueuedLetter } from '@fourfold/offline';
import { describe, expect, it } from 'vitest';
import { withLetters } from './inbox.ts';

const line = (id: string | null, text: string) => ({ byResident: id === null, name: null, text, at: '', id });
const question = (change: Partial<Question> = {}): Question => ({
  id: 'q1',
  gridId: 'g',
  gridName: 'Grid 4',
  state: 'open',
  lines: [line(null, 'The lamp is dark')],
  askedAt: '2026-03-18T04:00:00Z',
  lastAt: '2026-03-18T04:00:00Z',
  revision: 1,
  ...change,
});
const letter = (change: Partial<QueuedLetter> = {}): QueuedLetter => ({
  id: 'l1',
  owner: 'fu',
  path: '',
  body: { text: 'Today' },
  kind: 'question.answer',
  about: 'q1',
  title: '',
  writtenAt: '2026-03-18T04:10:00Z',
  standing: 'waiting',
  ...change,
});

describe('a question with what was not sent yet', () => {
  it('shows our answer, and waits for us no more', () => {
    const shown = withLetters(question(), [letter()]);
    expect(shown.state).toBe('answered');
    expect(shown.lines.map(({ text }) => text)).toEqual(['The lamp is dark', 'Today']);
  });

  it('shows it once when the server tells of it', () => {
    const told = question({ state: 'answered', lines: [line(null, 'x'), line('l1', 'Today')] });
    expect(withLetters(told, [letter({ standing: 'done' })]).lines).toHaveLength(2);
  });

  it('waits for us again when our answer was refused, and shows why where it is', () => {
    const shown = withLetters(question(), [letter({ standing: 'refused' })]);
    expect(shown.state).toBe('open');
    expect(shown.lines[1]?.letter?.standing).toBe('refused');
  });

  it('is not touched by what is about another, or was given up', () => {
    const shown = withLetters(question(), [letter({ about: 'q2' }), letter({ id: 'l2', standing: 'dropped' })]);
    expect([shown.state, shown.lines.length]).toEqual(['open', 1]);
  });

  it('is ended as soon as we say so', () => {
    expect(withLetters(question(), [letter({ kind: 'question.close', body: {} })]).state).toBe('closed');
  });
});
