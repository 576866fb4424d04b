import { describe, expect, it } from 'vitest';
import { SseParser } from './events.ts';

describe('the stream of changes', () => {
  it('reads an event that comes in pieces, with its id and several data lines', () => {
    const parser = new SseParser();
    expect(parser.push('id: 7\nevent: cha')).toEqual([]);
    expect(parser.push('nge\ndata: {"a":\ndata: 1}\n')).toEqual([]);
    expect(parser.push('\n')).toEqual([{ id: '7', event: 'change', data: '{"a":\n1}' }]);
  });

  it('keeps the last id for events that bring none, as the resume needs it', () => {
    const parser = new SseParser();
    const events = parser.push('id: 1\ndata: a\n\ndata: b\n\n');
    expect(events.map(({ id }) => id)).toEqual(['1', '1']);
  });

  it('takes comments and keep-alives for nothing', () => {
    expect(new SseParser().push(': hello\n\n:\n\n')).toEqual([]);
  });

  it('learns from a beat where to resume', () => {
    const parser = new SseParser();
    expect(parser.push(': beat\nid: 42\n\n')).toEqual([]);
    expect(parser.lastId).toBe('42');
  });

  it('is not misled by a carriage return at the end of a piece', () => {
    const parser = new SseParser();
    const events = [...parser.push('data: a\r'), ...parser.push('\ndata: b\r\n\r\n')];
    expect(events).toEqual([{ id: null, event: 'message', data: 'a\nb' }]);
  });
});
