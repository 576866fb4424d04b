import { useEffect } from 'react';
import { typing } from './keymap.ts';

/** 1–9 and Enter inside the dialog, unless words are being typed or a button has the focus. */
export function useDigits(onDigit: (digit: number) => void, onEnter: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const inText = event.target instanceof HTMLTextAreaElement;
      const onButton = event.target instanceof Element && event.target.closest('button') !== null;
      if (/^[1-9]$/.test(event.key) && (!typing(event.target) || !inText)) onDigit(Number(event.key));
      if (event.key === 'Enter' && !inText && !onButton) onEnter();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
