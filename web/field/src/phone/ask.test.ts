import { Problem, type Session } from '@fourfold/api';
import { expect, it } from 'vitest';
import { sessionOf } from './ask.ts';

const answers = (data: unknown) => Promise.resolve({ data: data as Session });

it("a hotel's page in the place of an answer is no network, and no session", async () => {
  const page = Promise.reject(new SyntaxError('Unexpected token <'));
  for (const answer of [page, answers({}), answers(undefined)])
    await expect(sessionOf(answer)).rejects.toMatchObject({ status: 0, code: 'network' });
});

it('what the server refuses stays what it is', async () => {
  const refused = new Problem(401, { code: 'session.refused' });
  await expect(sessionOf(Promise.reject(refused))).rejects.toBe(refused);
  expect(await sessionOf(answers({ person: { id: 'fu' } }))).toEqual({ person: { id: 'fu' } });
});
