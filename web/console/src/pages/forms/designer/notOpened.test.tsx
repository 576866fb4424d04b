import { Problem } from '@fourfold/api';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

// All controls of the console are read with the first one: some seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(() => {
  // The router listens to the window as soon as it is read.
  vi.stubGlobal('window', { addEventListener: () => {} });
  vi.stubGlobal('localStorage', { getItem: () => 'en', setItem: () => {} });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

async function shown(error: unknown): Promise<string> {
  const { I18nProvider } = await import('../../../i18n.ts');
  const { NotOpened } = await import('./NotOpened.tsx');
  return renderToStaticMarkup(
    <I18nProvider>
      <NotOpened error={error} onRetry={() => {}} />
    </I18nProvider>,
  );
}

it('a form of the province says to a county why it does not open, and leads back to the list', async () => {
  const html = await shown(new Problem(403, { code: 'area.outside', areaCode: '46' }));
  expect(html).toContain('This form is of an area above yours');
  expect(html).toContain('href="/forms"');
  expect(html).not.toContain('Try again');
});

it('one that is not there leads back; one that could not be asked for may be asked for again', async () => {
  const gone = await shown(new Problem(404, { code: 'form.unknown' }));
  expect(gone).toContain('href="/forms"');
  expect(gone).not.toContain('Try again');
  const lost = await shown(new Problem(0, { title: 'lost' }));
  expect(lost).toContain('Try again');
  expect(lost).toContain('href="/forms"');
});
