import { describe, expect, it } from 'vitest';
import { push as zh } from './messages/zh.ts';
import { hashOf, readPush, tell } from './push.ts';

describe('a message in the pocket', () => {
  it('says one plain sentence and leads to the thing', () => {
    const { title, options } = tell({ kind: 'work-order-issued', id: 'w1', language: 'zh' });
    expect(title).toBe(zh['work-order-issued']);
    expect(options.data.hash).toBe('#/order/w1');
    expect(options.tag).toBe('work-order-issued/w1');
  });

  it.each([
    ['question', '#/question/x'],
    ['notice', '#/notice/x'],
    ['work-order-sent-back', '#/order/x'],
    // There is nothing to open any more.
    ['work-order-cancelled', '#/today'],
    ['of a later version', '#/today'],
  ])('%s leads to %s', (kind, hash) => expect(hashOf(kind, 'x')).toBe(hash));

  it('cannot be made to lead out of the app', () => {
    expect(hashOf('question', '//evil/../#x')).toBe('#/question/%2F%2Fevil%2F..%2F%23x');
  });

  it('shows something for what it cannot read, as browsers demand', () => {
    const broken = { json: () => JSON.parse('{') } as PushMessageData;
    expect(readPush(broken)).toBeNull();
    expect(tell(readPush(broken)).title).toBe(zh.other);
    expect(tell(null).title).toBe(zh.other);
    expect(tell({ kind: 'later' as never, id: '1', language: 'en' }).title).toBe('News');
  });
});
