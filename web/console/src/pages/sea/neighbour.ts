/** The item before or after the chosen one; with none chosen the first, or the last going back. */
export function neighbour<T extends { id: string }>(
  list: readonly T[],
  chosen: string | null,
  step: 1 | -1,
): T | undefined {
  const at = list.findIndex((item) => item.id === chosen);
  if (at < 0) return step === 1 ? list[0] : list.at(-1);
  return list[Math.min(list.length - 1, Math.max(0, at + step))];
}
