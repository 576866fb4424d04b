import { Problem } from '@fourfold/api';
import { describe, expect, it } from 'vitest';
import { FakeServer } from './FakeServer.ts';
import { Phone, type Tab } from './Phone.ts';

const answer = (question: string, text: string) => ({
  kind: 'question.answer' as const,
  path: `questions/${question}/answers`,
  body: { id: '', text },
  about: question,
  title: text,
});
const close = (question: string) => ({
  kind: 'question.close' as const,
  path: `questions/${question}/close`,
  body: {},
  about: question,
  title: '',
});

async function rounds(tab: Tab): Promise<void> {
  for (let round = 0; round < 6 && (await tab.sender.round('fu')) !== 'empty'; round++);
}

describe('letters', () => {
  it('outlive the tab, and arrive once though the answer to them is lost', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const first = phone.open(server);
    const id = await first.letters.write('fu', answer('q1', 'Today'));
    first.kill();
    let lost = 2;
    server.wire = (moment) => {
      if (moment === 'answer' && lost-- > 0) throw new Problem(0, {});
    };
    const again = phone.open(server);
    await rounds(again);
    expect([...server.letters]).toEqual([[id, { path: 'questions/q1/answers', body: { id, text: 'Today' } }]]);
    expect((await again.db.letters.get(id))?.standing).toBe('done');
  });

  it('about one thing go in the order they were written, and what is held up holds up no other', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const tab = phone.open(server);
    await tab.letters.write('fu', answer('q1', 'a'));
    await tab.letters.write('fu', close('q1'));
    await tab.letters.write('fu', answer('q2', 'b'));
    let busy = 1;
    server.wire = (moment) => {
      if (moment === 'deliver' && busy-- > 0) throw new Problem(503, {});
    };
    expect(await tab.sender.round('fu')).toBe('later');
    expect([...server.letters.values()].map(({ path }) => path)).toEqual(['questions/q2/answers']);
    await rounds(tab);
    expect([...server.letters.values()].map(({ path }) => path).slice(1)).toEqual([
      'questions/q1/answers',
      'questions/q1/close',
    ]);
  });

  it('that the server refuses wait for the person, who tries again or gives up', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const tab = phone.open(server);
    server.refusedPaths.add('questions/q1/answers');
    const id = await tab.letters.write('fu', answer('q1', 'a'));
    await rounds(tab);
    expect(await tab.db.letters.get(id)).toMatchObject({ standing: 'refused', refusal: { code: 'question.over' } });
    server.refusedPaths.clear();
    await tab.letters.retry(id);
    await rounds(tab);
    expect(server.letters.size).toBe(1);
    await tab.letters.drop(id);
    expect((await tab.db.letters.get(id))?.standing).toBe('done');
  });

  it('of another person are not sent', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const tab = phone.open(server);
    await tab.letters.write('other', answer('q1', 'a'));
    await rounds(tab);
    expect(server.letters.size).toBe(0);
  });

  it('are forgotten some time after they went', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const tab = phone.open(server);
    const id = await tab.letters.write('fu', answer('q1', 'a'));
    await rounds(tab);
    await tab.letters.prune(phone.time + 60_000);
    expect(await tab.db.letters.get(id)).toBeUndefined();
  });
});
