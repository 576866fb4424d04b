/** The first thing that is missing comes into sight and has the focus: nobody searches a long form in the rain. */
export function leadTo(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
}
