import { Problem } from '@fourfold/api';
import type { FormSpec } from '@fourfold/forms';
import { describe, expect, it, vi } from 'vitest';
import { isElsewhere, mediaTarget } from '../src/index.ts';
import { FakeServer } from './FakeServer.ts';
import { Phone, type Tab } from './Phone.ts';

// One life for every write there is: some seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const version = (number: number) =>
  ({ code: 'visit', version: number, title: { zh: 'V', en: 'V' }, items: [], choiceLists: {} }) satisfies FormSpec;
const filledAt = '2026-03-18T12:31:00+08:00';

/** A form with a photo, half written. */
async function written(tab: Tab, number = 1) {
  const id = await tab.forms.begin('fu', version(number), { n: 1 });
  const name = await tab.forms.keepMedia('fu', id, {
    blob: new Blob(['door'], { type: 'image/jpeg' }),
    sha256: 'door',
  });
  await tab.forms.keep(id, { n: 2, door: name });
  return { id, name };
}

const handIn = async (tab: Tab, { id, name }: { id: string; name: string }) =>
  tab.forms.handIn(id, { answers: { n: 2, door: name }, filledAt });

async function rounds(tab: Tab): Promise<void> {
  for (let round = 0; round < 5 && (await tab.sender.round('fu')) !== 'empty'; round++);
}

describe('a form on the phone', () => {
  it('outlives its tab while it is written, its picture too, and is not sent before it is handed in', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const first = phone.open(server);
    const { id, name } = await written(first);
    first.kill();
    const again = phone.open(server);
    expect((await again.db.submissions.get(id))?.answers).toEqual({ n: 2, door: name });
    expect(await (await again.forms.media(id, name))?.blob.text()).toBe('door');
    await rounds(again);
    expect(server.forms.size).toBe(0);
    await again.outbox.prune(phone.time + 1e9);
    expect(await again.forms.media(id, name)).toBeDefined();
  });

  it('in two tabs is not overwritten by one that has not seen what the other wrote', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const [one, other] = [phone.open(server), phone.open(server)];
    const id = await one.forms.begin('fu', version(1), { n: 0 });
    const [a, b] = [
      { tab: 'a', seen: 0 },
      { tab: 'b', seen: 0 },
    ];
    const kept = async () => {
      const row = await one.db.submissions.get(id);
      if (!row) throw new Error('gone');
      return row;
    };
    // A second stroke before the first was answered is nobody else's.
    await Promise.all([one.forms.keep(id, { n: 1 }, a), one.forms.keep(id, { n: 2 }, a)]);
    expect(isElsewhere(await kept(), a)).toBe(false);
    expect(isElsewhere(await kept(), b)).toBe(true);
    await other.forms.keep(id, { n: 9 }, b);
    expect((await kept()).answers).toEqual({ n: 2 });
    // It was told, and keeps its own: now the first one has to choose.
    await other.forms.keep(id, { n: 9 }, { ...b, seen: (await kept()).edit?.number ?? 0 });
    expect((await kept()).answers).toEqual({ n: 9 });
    await one.forms.keep(id, { n: 3 }, a);
    expect((await kept()).answers).toEqual({ n: 9 });
    expect(isElsewhere(await kept(), a)).toBe(true);
    // It takes the other's, and goes on from there.
    const taken = { ...a, seen: (await kept()).edit?.number ?? 0 };
    expect(isElsewhere(await kept(), taken)).toBe(false);
    await one.forms.keep(id, { n: 10 }, taken);
    expect((await kept()).answers).toEqual({ n: 10 });
  });

  it('in two tabs has one resident, and not the last one typed unseen', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const [one, other] = [phone.open(server), phone.open(server)];
    const id = await one.forms.begin('fu', version(1), {});
    const resident = async () => (await one.db.submissions.get(id))?.resident?.name;
    await one.forms.keepResident(id, { consent: true, name: 'Lin' }, { tab: 'a', seen: 0 });
    await other.forms.keepResident(id, { consent: true, name: 'Wang' }, { tab: 'b', seen: 0 });
    expect(await resident()).toBe('Lin');
    // Nor do answers go in beside a resident that was not seen.
    await other.forms.keep(id, { n: 9 }, { tab: 'b', seen: 0 });
    expect((await one.db.submissions.get(id))?.answers).toEqual({});
    await other.forms.keepResident(id, { consent: true, name: 'Wang' }, { tab: 'b', seen: 1 });
    expect(await resident()).toBe('Wang');
  });

  it('is sent as it was handed in, whatever is written to it later, and in its own version', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const tab = phone.open(server);
    const old = await written(tab, 1);
    await handIn(tab, await written(tab, 2));
    expect(await handIn(tab, old)).toBe(true);
    await tab.forms.keep(old.id, { n: 9 });
    expect(await handIn(tab, old)).toBe(false);
    await rounds(tab);
    expect([...server.forms.values()].map((form) => [form.version, form.answers.n])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(server.attached.get(`${old.id}/${old.name}`)).toBe('file-door');
  });

  it('travels before its picture, which nothing waits for', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const tab = phone.open(server);
    const visit = await written(tab);
    await handIn(tab, visit);
    const order: string[] = [];
    server.wire = (moment, what) => {
      if (moment === 'deliver') order.push(what);
    };
    server.photosToLose = 1;
    await tab.sender.round('fu');
    expect((await tab.db.submissions.get(visit.id))?.standing).toBe('done');
    await rounds(tab);
    expect(order).toEqual(['form', 'photo', 'photo', 'place']);
  });

  it('says in which grid it counts and for which resident, who is forgotten once the server has it', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const tab = phone.open(server);
    const visits = [await written(tab), await written(tab), await written(tab)] as const;
    const resident = { name: ' Lin ', phone: '0898 6660' };
    await tab.forms.keepResident(visits[0].id, { consent: true, ...resident });
    await tab.forms.keepResident(visits[1].id, { consent: false, ...resident });
    for (const { id, name } of visits)
      await tab.forms.handIn(id, { answers: { n: 2, door: name }, filledAt, gridId: 'grid-4' });
    await tab.forms.keepResident(visits[2].id, { consent: true, ...resident });
    await rounds(tab);
    const sent = visits.map(({ id }) => server.forms.get(id));
    expect(sent.map((form) => form?.forResident)).toEqual([
      { consent: true, name: 'Lin', phone: '0898 6660' },
      { consent: false },
      undefined,
    ]);
    expect(sent.map((form) => form?.gridId)).toEqual(['grid-4', 'grid-4', 'grid-4']);
    await tab.forms.prune(0, new Set());
    expect((await tab.db.submissions.get(visits[0].id))?.resident).toBeUndefined();
  });

  it('keeps nothing of a sensitive picture once the server has it', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const tab = phone.open(server);
    const { id } = await written(tab);
    const blob = new Blob(['wound'], { type: 'image/jpeg' });
    const name = await tab.forms.keepMedia('fu', id, { blob, sha256: 'wound', isSensitive: true });
    const plain = (await tab.db.photos.toArray()).find((photo) => !photo.sealed)?.name ?? '';
    await tab.forms.handIn(id, { answers: { door: plain, wound: name }, filledAt });
    expect((await tab.forms.media(id, name))?.sealed).toBe(true);
    await rounds(tab);
    expect(server.attached.get(`${id}/${name}`)).toBe('file-wound');
    expect((await tab.forms.media(id, name))?.blob.size).toBe(0);
    expect((await tab.forms.media(id, plain))?.blob.size).toBe(4);
  });

  it('leaves out a picture that is no answer any more', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const tab = phone.open(server);
    const { id } = await written(tab);
    await tab.forms.handIn(id, { answers: { n: 2 }, filledAt });
    await rounds(tab);
    expect(server.uploads).toEqual([]);
    expect(await tab.db.photos.count()).toBe(0);
  });

  it('that is refused stands in nobody’s way, and is written on under another id with its picture', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const tab = phone.open(server);
    server.closed.add('visit');
    const visit = await written(tab);
    await handIn(tab, visit);
    await rounds(tab);
    expect((await tab.db.submissions.get(visit.id))?.refusal?.code).toBe('form.closed');
    const again = await tab.forms.reopen(visit.id);
    expect(again).not.toBe(visit.id);
    server.closed.clear();
    await handIn(tab, { id: again, name: visit.name });
    await rounds(tab);
    expect([...server.attached.keys()]).toEqual([`${again}/${visit.name}`]);
    expect(await tab.db.photos.where('target').equals(mediaTarget(again)).count()).toBe(1);
  });

  it('is forgotten when the server has it: its answers first, its version last', async () => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const tab = phone.open(server);
    const schema = { type: 'object' };
    for (const number of [1, 2, 3])
      await tab.db.forms.put({ code: 'visit', version: number, spec: version(number), schema });
    const draft = await written(tab, 1);
    const sent = await written(tab, 2);
    await handIn(tab, sent);
    await rounds(tab);
    await tab.forms.prune(0, new Set(['visit:3']));
    expect((await tab.db.submissions.get(sent.id))?.answers).toEqual({});
    await tab.forms.prune(phone.time + 1e9, new Set(['visit:3']));
    expect(await tab.db.submissions.get(sent.id)).toBeUndefined();
    expect((await tab.db.submissions.get(draft.id))?.answers.n).toBe(2);
    expect((await tab.db.forms.toArray()).map((form) => form.version)).toEqual([1, 3]);
  });

  it('arrives once with its picture, whichever write of the phone is its last', async () => {
    let deaths = 0;
    for (let write = 0; ; write++) {
      const [phone, server] = [new Phone(), new FakeServer()];
      const tab = phone.open(server);
      const visit = await written(tab);
      await handIn(tab, visit);
      tab.dieAt(write);
      const survived = await rounds(tab).then(
        () => true,
        () => false,
      );
      tab.kill();
      const after = phone.open(server);
      await rounds(after);
      expect([...server.forms.keys()]).toEqual([visit.id]);
      expect([...server.attached]).toEqual([[`${visit.id}/${visit.name}`, 'file-door']]);
      expect(server.changedAfterSending).toEqual([]);
      expect((await after.db.photos.toArray()).map(({ standing }) => standing)).toEqual(['done']);
      if (survived) break;
      deaths++;
    }
    expect(deaths).toBeGreaterThanOrEqual(3);
  });

  it.each(['deliver', 'answer'] as const)('arrives once though the %s of every request is lost once', async (at) => {
    const [phone, server] = [new Phone(), new FakeServer()];
    const tab = phone.open(server);
    const visit = await written(tab);
    await handIn(tab, visit);
    const lost = new Set<string>();
    server.wire = (moment, what) => {
      if (moment !== at || lost.has(what)) return;
      lost.add(what);
      throw new Problem(0, { title: 'lost' });
    };
    for (let round = 0; round < 6; round++) await tab.sender.round('fu');
    expect([...lost].sort()).toEqual(['form', 'photo', 'place']);
    expect([...server.forms.keys()]).toEqual([visit.id]);
    expect([...server.attached.values()]).toEqual(['file-door']);
  });

  it('of an emergency that is over stays no longer than its answers would, and only as a draft', async () => {
    const day = 86_400_000;
    const phone = new Phone();
    const tab = phone.open(new FakeServer());
    const kept = (retentionDays: number) =>
      ({
        code: 'n',
        type: 'text',
        label: { zh: 'N', en: 'N' },
        personal: { sensitivity: 'personal', retentionDays },
      }) as const;
    const group = { code: 'g', type: 'group', label: { zh: 'G', en: 'G' }, items: [kept(60), kept(7)] } as const;
    const specs: Record<string, Partial<FormSpec>> = {
      short: { emergencyOnly: true, items: [kept(7)] },
      long: { emergencyOnly: true, items: [kept(7), group] },
      usual: { emergencyOnly: true },
      open: { emergencyOnly: true },
      retired: {},
    };
    const begin = async (code: string, owner = 'fu') => {
      const spec = { ...version(1), ...specs[code], code };
      await tab.db.forms.put({ code, version: 1, spec, schema: { type: 'object' } });
      const id = await tab.forms.begin(owner, spec, {});
      await tab.forms.keepMedia(owner, id, { blob: new Blob(['door'], { type: 'image/jpeg' }), sha256: id });
      return id;
    };
    const handedIn = await begin('short');
    await tab.forms.handIn(handedIn, { answers: {}, filledAt });
    for (const code of Object.keys(specs)) await begin(code);
    for (const code of ['short', 'retired']) {
      const refused = await begin(code);
      await tab.forms.handIn(refused, { answers: {}, filledAt });
      await tab.db.submissions.update(refused, { standing: 'refused', refusal: { status: 409, code: 'form.closed' } });
    }
    await begin('short', 'chen');
    const begun = phone.time;
    const left = async (days: number) => {
      await tab.forms.forgetOver('fu', new Set(['open']), begun + days * day);
      const rows = await tab.db.submissions.toArray();
      return rows.flatMap(({ owner, form, standing }) => (owner === 'fu' ? [`${form} ${standing}`] : [])).sort();
    };
    const always = ['open draft', 'retired draft', 'retired refused', 'short waiting'];
    expect(await left(6)).toEqual([
      'long draft',
      'open draft',
      'retired draft',
      'retired refused',
      'short draft',
      'short refused',
      'short waiting',
      'usual draft',
    ]);
    expect(await left(8)).toEqual(['long draft', ...always, 'usual draft']);
    expect(await left(31)).toEqual(['long draft', ...always]);
    expect(await left(61)).toEqual(always);
    // Their pictures went with them; those of what stays, and of somebody else, did not.
    expect(await tab.db.photos.count()).toBe(3);
  });
});
