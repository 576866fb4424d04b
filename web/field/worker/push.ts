/// <reference lib="webworker" />
import { push as en } from './messages/en.ts';
import { push as zh } from './messages/zh.ts';

/** What the server said, after the browser decrypted it: a kind and an id, nothing of a person. */
export interface Pushed {
  kind: keyof typeof zh;
  id: string;
  language: 'zh' | 'en';
}

export interface Told {
  title: string;
  options: NotificationOptions & { renotify?: boolean; data: { hash: string } };
}

const sentences = { zh, en };

/** Where a notification leads. */
export function hashOf(kind: string, id: string): string {
  if (kind === 'question') return `#/question/${encodeURIComponent(id)}`;
  if (kind === 'notice') return `#/notice/${encodeURIComponent(id)}`;
  return kind === 'work-order-cancelled' || !kind.startsWith('work-order')
    ? '#/today'
    : `#/order/${encodeURIComponent(id)}`;
}

/** One plain sentence; a kind that this version does not know is still news. */
export function tell(data: Partial<Pushed> | null): Told {
  const language = data?.language === 'en' ? 'en' : 'zh';
  const kind = data?.kind ?? 'other';
  const id = data?.id ?? '';
  const words = sentences[language];
  return {
    title: words[kind] ?? words.other,
    options: {
      lang: language,
      // The same thing told twice shows once.
      tag: `${kind}/${id}`,
      renotify: true,
      icon: 'icon-192.png',
      badge: 'icon-192.png',
      data: { hash: hashOf(kind, id) },
    },
  };
}

/** The browser demands that something is shown for every message; what cannot be read is news all the same. */
export function readPush(data: PushMessageData | null): Partial<Pushed> | null {
  try {
    return (data?.json() as Partial<Pushed>) ?? null;
  } catch {
    return null;
  }
}
