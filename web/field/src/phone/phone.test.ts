import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const session = {
  person: { id: 'fu', userName: 'fu', displayName: 'Fu' },
  post: { id: 'post', role: 'responder' },
  purpose: 'field-work',
  permissions: ['work-orders.read'],
  setupNeeded: false,
};
const order = {
  id: 'a',
  state: 'accepted',
  revision: 1,
  level: 1,
  report: null,
  history: [],
  dueAt: '2026-03-18T05:00:00Z',
};
const spec = { code: 'visit', title: { zh: 'V', en: 'V' }, items: [], choiceLists: {} };
const sentBack = { ...order, id: 'sent-back', report: { result: 'confirmed', reason: 'other' } };
const row = (publishedVersion: number) => ({
  code: 'visit',
  title: { zh: 'V', en: 'V' },
  publishedVersion,
  emergencyOnly: true,
  open: true,
});
const answers: Record<string, unknown> = {
  '/api/v1/session': session,
  '/api/v1/work-orders': { items: [order, sentBack], next: null },
  '/api/v1/work-orders/sent-back': { ...sentBack, history: [{ step: 'send-back', reason: 'not-done' }] },
  '/api/v1/outcomes/reasons': { items: [{ outcome: 'confirmed', reasons: ['other'] }] },
  '/api/v1/work-orders/seized-kinds': { items: [] },
  '/api/v1/forms': { items: [row(2), { ...row(1), code: 'draft', publishedVersion: null }], next: null },
  '/api/v1/forms/visit/versions/2': { spec: { code: 'visit', version: 2, items: [] }, schema: { type: 'object' } },
  '/api/v1/map/land': { type: 'FeatureCollection', features: [] },
};
/** Paths that get no answer. */
const lost = new Set<string>();
/** How far the phone's clock is ahead of the server's, milliseconds. */
let clockFast = 0;

beforeEach(() => {
  vi.resetModules();
  lost.clear();
  asked.length = 0;
  clockFast = 0;
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  vi.stubGlobal('navigator', { locks: { request: async () => null } });
  vi.stubGlobal('fetch', async ({ url }: Request) => {
    const { pathname } = new URL(url);
    asked.push(pathname);
    if (lost.has(pathname)) throw new TypeError('no network');
    return Response.json({ ...(answers[pathname] as object), now: new Date(Date.now() - clockFast).toISOString() });
  });
  vi.stubGlobal(
    'Request',
    class extends Request {
      constructor(input: string | URL | Request, init?: RequestInit) {
        super(typeof input === 'string' ? new URL(input, 'http://localhost') : input, init);
      }
    },
  );
});

afterEach(() => {
  answers['/api/v1/session'] = session;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Paths that were asked for. */
const asked: string[] = [];

async function signedInPhone() {
  const { Phone } = await import('./phone.ts');
  const phone = new Phone();
  await phone.db.keep('session', session);
  return phone;
}

it('a work order comes to the phone only with the lists that its report needs', async () => {
  const phone = await signedInPhone();
  lost.add('/api/v1/outcomes/reasons');
  await phone.refresh();
  expect([await phone.db.workOrders.count(), await phone.db.recall('codes')]).toEqual([0, undefined]);
  lost.clear();
  await phone.refresh();
  expect(await phone.db.workOrders.count()).toBe(2);
  expect(await phone.db.recall('codes')).toMatchObject({ outcomes: [{ outcome: 'confirmed' }] });
});

it('lists that are kept already do not hold up newer work orders', async () => {
  const phone = await signedInPhone();
  await phone.db.keep('codes', { outcomes: [], seized: [] });
  lost.add('/api/v1/outcomes/reasons').add('/api/v1/map/land');
  await phone.refresh();
  expect(await phone.db.workOrders.count()).toBe(2);
});

it('why a report was sent back is on the phone before its page is opened; other orders are not asked for one by one', async () => {
  const phone = await signedInPhone();
  await phone.refresh();
  const steps = async (id: string) => (await phone.db.workOrders.get(id))?.order.history?.map(({ step }) => step);
  expect([await steps('a'), await steps('sent-back')]).toEqual([[], ['send-back']]);
});

it('on a phone whose clock is a day fast, the list is of the hour at the duty desk', async () => {
  const phone = await signedInPhone();
  clockFast = 86_400_000;
  const desk = Date.UTC(2026, 2, 18, 4, 31);
  vi.useFakeTimers({ toFake: ['Date'], now: desk + clockFast });
  await phone.refresh();
  expect(phone.state.get()).toMatchObject({ fetchedAt: desk, clockGap: -clockFast });
});

it('who signed in may go where they like while the list is still on its way', async () => {
  let arrive = () => {};
  const list = new Promise<void>((done) => {
    arrive = done;
  });
  const answer = fetch;
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.url.includes('/work-orders')) await list;
    return answer(request);
  });
  const { Phone } = await import('./phone.ts');
  const phone = new Phone();
  await phone.db.workOrders.clear();
  await phone.signIn({ userName: 'fu', password: 'long', purpose: 'field-work' });
  expect([phone.owner, await phone.db.workOrders.count()]).toEqual(['fu', 0]);
  arrive();
  await vi.waitFor(async () => expect(await phone.db.workOrders.count()).toBe(2));
});

it('who signs out in one tab is gone from the others, and who signs in there is in all of them', async () => {
  const { Phone } = await import('./phone.ts');
  const [one, other] = [new Phone(), new Phone()];
  await one.signIn({ userName: 'fu', password: 'long', purpose: 'field-work' });
  const end = other.followOtherTabs();
  await vi.waitFor(() => expect(other.owner).toBe('fu'));
  lost.add('/api/v1/session');
  await one.signOut();
  await vi.waitFor(() => expect(other.owner).toBeNull());
  lost.clear();
  answers['/api/v1/session'] = { ...session, person: { ...session.person, id: 'chen' } };
  await one.signIn({ userName: 'chen', password: 'long', purpose: 'field-work' });
  await vi.waitFor(() => expect(other.owner).toBe('chen'));
  end();
});

it('a tab that was signed out goes on when the same person signs in in another one', async () => {
  const { Phone } = await import('./phone.ts');
  const [one, other] = [new Phone(), new Phone()];
  await one.signIn({ userName: 'fu', password: 'long', purpose: 'field-work' });
  const end = other.followOtherTabs();
  await vi.waitFor(() => expect(other.owner).toBe('fu'));
  other.state.set({ signedOut: true });
  await one.signIn({ userName: 'fu', password: 'long', purpose: 'field-work' });
  await vi.waitFor(() => expect(other.state.get().signedOut).toBe(false));
  end();
});

it('forms come with the version that is given out, which is fetched once; a gone one leaves with its list', async () => {
  answers['/api/v1/session'] = { ...session, permissions: [...session.permissions, 'forms.fill'] };
  const phone = await signedInPhone();
  await phone.refresh();
  await phone.refresh();
  expect(asked.filter((path) => path.includes('/versions/'))).toEqual(['/api/v1/forms/visit/versions/2']);
  expect(await phone.db.recall('forms:fu')).toMatchObject([{ code: 'visit', version: 2, open: true }]);
  expect((await phone.db.forms.toArray()).map(({ code, version }) => [code, version])).toEqual([['visit', 2]]);
  const draft = await phone.forms.begin('fu', { ...spec, version: 2 }, {});
  answers['/api/v1/forms'] = { items: [], next: null };
  await phone.refresh();
  expect(await phone.db.recall('forms:fu')).toEqual([]);
  expect(await phone.db.forms.count()).toBe(1);
  await phone.forms.drop(draft);
  await phone.refresh();
  expect(await phone.db.forms.count()).toBe(0);
});

it('a draft of an emergency that is over goes with the list that no longer has its form, when it is old', async () => {
  answers['/api/v1/session'] = { ...session, permissions: [...session.permissions, 'forms.fill'] };
  const phone = await signedInPhone();
  const emergency = { ...spec, version: 1, emergencyOnly: true };
  await phone.db.forms.put({ code: 'visit', version: 1, spec: emergency, schema: { type: 'object' } });
  const old = await phone.forms.begin('fu', emergency, {});
  const changedAt = new Date(Date.now() - 31 * 86_400_000).toISOString();
  await phone.db.submissions.update(old, { changedAt });
  const young = await phone.forms.begin('fu', emergency, {});
  const ids = async () => (await phone.db.submissions.toArray()).map(({ id }) => id);
  answers['/api/v1/forms'] = { items: [row(2)], next: null };
  await phone.refresh();
  expect(await ids()).toEqual([old, young]);
  // A list that never ends says nothing about what is not in it.
  answers['/api/v1/forms'] = { items: [], next: 'more' };
  await phone.refresh();
  expect(await ids()).toEqual([old, young]);
  answers['/api/v1/forms'] = { items: [], next: null };
  await phone.refresh();
  expect(await ids()).toEqual([young]);
});

it('forms that do not come hold up no work order', async () => {
  answers['/api/v1/session'] = { ...session, permissions: [...session.permissions, 'forms.fill'] };
  const phone = await signedInPhone();
  lost.add('/api/v1/forms');
  await phone.refresh();
  expect(await phone.db.workOrders.count()).toBe(2);
});
