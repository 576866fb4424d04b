/** What a single key does, without modifiers (WCAG 2.1.4): each can be given another key, and none acts while typing. */
export const commands = {
  next: 'j',
  previous: 'k',
  open: 'enter',
  verify: 'v',
  dispatch: 'd',
  makeCase: 'c',
  task: 't',
  dismiss: 'x',
  undo: 'z',
  mute: 'm',
  live: 'l',
  search: '/',
  previousEvent: '[',
  nextEvent: ']',
  help: '?',
} as const;

export type Command = keyof typeof commands;
export type Keymap = Readonly<Record<Command, string>>;

const remembered = 'fourfold.keys';

export function keyOf(event: Pick<KeyboardEvent, 'key'>): string {
  return event.key.toLowerCase();
}

/** Fields with a text or a list of their own; ticking a box or a choice is not typing. */
const written =
  'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"]';

/** Whether keys now belong to what the person is writing or choosing. */
export function typing(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest(written) !== null;
}

/** The command of a key press, or null: with a modifier, while typing, or when the focused control wants Enter itself. */
export function commandOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target' | 'defaultPrevented' | 'isComposing'>,
  keymap: Keymap,
): Command | null {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (typing(event.target)) return null;
  const key = keyOf(event);
  const found = (Object.keys(keymap) as Command[]).find((command) => keymap[command] === key) ?? null;
  const onControl = event.target instanceof Element && event.target.closest('button, a, [role="button"]') !== null;
  return key === 'enter' && onControl ? null : found;
}

/** Gives a command another key; the command that had it takes the old one, so that none is lost. */
export function remap(keymap: Keymap, command: Command, key: string): Keymap {
  const other = (Object.keys(keymap) as Command[]).find((name) => name !== command && keymap[name] === key);
  return { ...keymap, ...(other ? { [other]: keymap[command] } : {}), [command]: key };
}

export function loadKeymap(): Keymap {
  try {
    const stored = JSON.parse(localStorage.getItem(remembered) ?? '{}') as Record<string, unknown>;
    const own = Object.entries(stored).filter(([name, key]) => name in commands && typeof key === 'string');
    return { ...commands, ...Object.fromEntries(own) };
  } catch {
    return commands;
  }
}

export function saveKeymap(keymap: Keymap): void {
  localStorage.setItem(remembered, JSON.stringify(keymap));
}
