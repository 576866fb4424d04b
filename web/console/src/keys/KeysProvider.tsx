import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { type Command, commandOf, type Keymap, loadKeymap, remap, saveKeymap } from './keymap.ts';

export interface Keys {
  keymap: Keymap;
  change(command: Command, key: string): void;
  /** The key as printed on a cap. */
  cap(command: Command): string;
  listen(handlers: Handlers): () => void;
}

export type Handlers = Partial<Record<Command, () => void>>;

const KeysContext = createContext<Keys | null>(null);

export function useKeys(): Keys {
  const keys = useContext(KeysContext);
  if (!keys) throw new Error('useKeys outside its provider');
  return keys;
}

/** Commands of what is on screen; a dialog stops them by being open. */
export function useCommands(handlers: Handlers): void {
  const { listen } = useKeys();
  const newest = useRef(handlers);
  newest.current = handlers;
  useEffect(() => listen(new Proxy({}, { get: (_, name) => newest.current[name as Command] })), [listen]);
}

const dialogOpen = () => document.querySelector('[role="dialog"], .lock') !== null;
const caps: Record<string, string> = { enter: 'Enter', escape: 'Esc', ' ': 'Space' };

export function KeysProvider({ children }: { children: ReactNode }) {
  const [keymap, setKeymap] = useState(loadKeymap);
  const [listeners] = useState(() => new Set<Handlers>());

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = dialogOpen() ? null : commandOf(event, keymap);
      if (!command) return;
      for (const handlers of listeners) {
        const act = handlers[command];
        if (!act) continue;
        event.preventDefault();
        act();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [keymap, listeners]);

  const value = useMemo<Keys>(
    () => ({
      keymap,
      change(command, key) {
        const next = remap(keymap, command, key);
        saveKeymap(next);
        setKeymap(next);
      },
      cap: (command) => caps[keymap[command]] ?? keymap[command].toUpperCase(),
      listen(handlers) {
        listeners.add(handlers);
        return () => listeners.delete(handlers);
      },
    }),
    [keymap, listeners],
  );
  return <KeysContext value={value}>{children}</KeysContext>;
}
