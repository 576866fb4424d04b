const longest = 40;

/** Letters and digits of a text as a code; '' when it has none. */
export function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const begun = /^[a-z]/.test(plain) || plain === '' ? plain : `q_${plain}`;
  return begun.slice(0, longest).replace(/_+$/, '');
}

const chinese = /\p{Script=Han}/u;

/**
 * A code that reads like the label: of the English words, else of the Chinese ones as they are spoken. What spells
 * Chinese is fetched only when there is some.
 */
export async function codeFrom({ zh, en }: { zh: string; en: string }): Promise<string> {
  if (en.trim() && !chinese.test(en)) return slug(en);
  if (!chinese.test(zh)) return slug(zh);
  const { pinyin } = await import('pinyin-pro');
  return slug(pinyin(zh, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' '));
}
