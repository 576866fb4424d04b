import { beforeAll, expect, it } from 'vitest';
import { commandOf, commands, remap } from './keymap.ts';

class FakeElement {
  constructor(private readonly selectors: string[] = []) {}
  closest(list: string) {
    return this.selectors.some((selector) => list.includes(selector)) ? this : null;
  }
}

beforeAll(() => {
  (globalThis as { Element?: unknown }).Element = FakeElement;
});

const press = (key: string, more: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  isComposing: false,
  target: new FakeElement() as unknown as EventTarget,
  ...more,
});

it.each([
  ['j', 'next'],
  ['K', 'previous'],
  ['Enter', 'open'],
  ['v', 'verify'],
  ['d', 'dispatch'],
  ['x', 'dismiss'],
  ['z', 'undo'],
  ['m', 'mute'],
  ['l', 'live'],
  ['c', 'makeCase'],
  ['?', 'help'],
])('%s means %s', (key, command) => {
  expect(commandOf(press(key), commands)).toBe(command);
});

it('no key acts while someone types, composes Chinese, or holds a modifier', () => {
  expect(commandOf(press('x', { target: new FakeElement(['input']) }), commands)).toBeNull();
  expect(commandOf(press('x', { target: new FakeElement(['[role="combobox"]']) }), commands)).toBeNull();
  expect(commandOf(press('x', { isComposing: true }), commands)).toBeNull();
  expect(commandOf(press('x', { ctrlKey: true }), commands)).toBeNull();
});

it('Enter on a button presses the button', () => {
  expect(commandOf(press('Enter', { target: new FakeElement(['button']) }), commands)).toBeNull();
  expect(commandOf(press('v', { target: new FakeElement(['button']) }), commands)).toBe('verify');
});

it('a key given to another command is swapped, so that no command is left without one', () => {
  const changed = remap(commands, 'dismiss', 'v');
  expect([changed.dismiss, changed.verify]).toEqual(['v', 'x']);
  expect(new Set(Object.values(changed)).size).toBe(Object.keys(commands).length);
});
