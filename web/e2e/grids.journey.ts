import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { Caller } from './stage/Caller.ts';
import { GridPage } from './stage/GridPage.ts';
import { journey, type People } from './stage/journey.ts';
import { settles } from './stage/waits.ts';

const township = '460400100';
const village = `${township}001`;
/** The corner that both grids share: longitude, latitude. */
const corner = [109.51, 19.51] as const;

interface Grid {
  id: string;
  code: string;
  name: string;
  households: number;
  closedAt: string | null;
}

const square = (west: number, south: number, size = 0.01) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ].map((at) => at.map((degrees) => Math.round(degrees * 1e7) / 1e7)),
  ],
});

/** The head of the centre: in a browser, and as a caller for what is looked up beside it. */
async function sitsDown({ sitsDown: sit, words, stage }: People) {
  const caller = await Caller.signIn(stage.url, stage.accounts['centre-head'], 'case-work');
  const page = await sit('centre-head', { purpose: 'case-work', language: words.language });
  const gridsOf = async (area: string) => (await caller.get<{ items: Grid[] }>(`grids?area=${area}`)).items;
  return { caller, grids: new GridPage(page, words, stage), gridsOf };
}

journey(
  'a grid is drawn over another, mended, redrawn, brought by file, and a full one is split',
  async (people) => {
    const { caller, grids, gridsOf } = await sitsDown(people);
    await caller.post('grids', {
      villageCode: village,
      name: '老街',
      kind: 'comprehensive',
      households: 3000,
      residents: 9000,
      geometry: square(109.5, 19.5),
    });
    await drawsTheNeighbour(grids);
    const drawn = (await gridsOf(village)).find(({ name }) => name === '新街');
    expect(drawn?.code).toBe(`${village}002`);
    await sharesTheCorner(caller, drawn?.id ?? '');
    await redraws(grids);
    await bringsFiles(grids);
    expect((await gridsOf(village)).map(({ households }) => households)).toEqual([3000, 77]);

    await takesTheSplit(grids);
    const parts = await gridsOf(village);
    expect(parts.length).toBeGreaterThanOrEqual(3);
    expect(parts.filter(({ name }) => name.startsWith('老街')).reduce((sum, one) => sum + one.households, 0)).toBe(
      3000,
    );
    const { faults } = await caller.get<{ faults: { code: string }[] }>(`grids/faults?village=${village}`);
    expect(faults.filter(({ code }) => code !== 'boundary.gap')).toEqual([]);
    await exports(grids, parts);
  },
  { limit: 480_000 },
);

/** Four clicks: the first beside the neighbour's corner jumps to it, the last lies in the neighbour. */
async function drawsTheNeighbour(grids: GridPage): Promise<void> {
  const { page } = grids;
  await grids.opens(`/grids?at=${corner[1]},${corner[0]}`);
  await grids.seesTheMap();
  await grids.button('grid.new').click();
  await grids.selects('#grid-village', village);
  await page.getByLabel(grids.say('grid.name'), { exact: true }).fill('新街');
  // The panel took its width from the map.
  await page.waitForTimeout(500);
  const { x, y } = await grids.middle();
  const inside = { x: x - 90, y: y + 120 };
  const spots = [{ x: x + 5, y: y + 4 }, { x: x + 110, y }, { x: x + 110, y: y + 120 }, inside];
  for (const [i, spot] of spots.entries()) {
    await page.mouse.click(spot.x, spot.y);
    await page.getByText(grids.say('zone.corners', { count: i + 1 })).waitFor();
  }
  const overlap = page.locator('.grids-faults').getByText(grids.say('problem.boundary.overlap'));
  await overlap.waitFor();
  await expect.poll(() => grids.button('verb.save').isDisabled(), settles).toBe(true);
  await grids.isAccessible('an overlap');
  // Who has seen it may save it all the same.
  const seen = page.getByRole('checkbox', { name: grids.say('grid.acceptFaults') });
  await seen.check();
  await expect.poll(() => grids.button('verb.save').isEnabled(), settles).toBe(true);
  await seen.uncheck();
  // Out of the neighbour and back in, by hand and by the way back; then out for good.
  await grids.drags(inside, { x, y: y + 120 });
  await page.getByText(grids.say('grid.noFaults')).waitFor();
  await grids.button('grid.undo').click();
  await overlap.waitFor();
  await grids.button('grid.redo').click();
  await page.getByText(grids.say('grid.noFaults')).waitFor();
  await grids.button('verb.save').click();
  await grids.hears('grid.drawn', { code: `${village}002` });
}

async function sharesTheCorner(caller: Caller, id: string): Promise<void> {
  const { geometry } = await caller.get<{ geometry: { coordinates: number[][][] } }>(`grids/${id}`);
  expect(geometry.coordinates.flat()).toContainEqual([...corner]);
}

/** One corner to the east as a number; the boundary before is in the history, and can be seen. */
async function redraws(grids: GridPage): Promise<void> {
  const { page } = grids;
  await grids.button('grid.redraw').click();
  await page.getByText(grids.say('zone.corners', { count: 4 })).click();
  const longitudes = page.getByLabel(new RegExp(`^${grids.say('zone.longitude')} \\d$`));
  const all = await longitudes.evaluateAll((fields) =>
    fields.map((field) => Number((field as HTMLInputElement).value)),
  );
  const east = all.indexOf(Math.max(...all));
  await longitudes.nth(east).fill(String(Math.max(...all) + 0.0005));
  await longitudes.nth(east).press('Tab');
  await page.getByText(grids.say('grid.noFaults')).waitFor();
  await grids.button('verb.save').click();
  await grids.hears('grid.redrawn');
  await grids.button('grid.history').click();
  await page.getByText(grids.say('grid.boundaryNumber', { number: 2 })).waitFor();
  await page.getByText(grids.say('grid.boundaryNumber', { number: 1 })).click();
  await grids.button('grid.restore').waitFor();
  await grids.isAccessible('history');
}

async function bringsFiles(grids: GridPage): Promise<void> {
  const { page } = grids;
  const choose = (text: string) =>
    page
      .locator('#import-file')
      .setInputFiles({ name: 'grids.csv', mimeType: 'text/csv', buffer: Buffer.from(`code,households\n${text}\n`) });
  await grids.opens('/grids/files');
  await choose(`${village}002,many`);
  await page.getByText(grids.say('files.state.faulty')).waitFor();
  await page.getByRole('row', { name: /2.*households.*many/ }).waitFor();
  await grids.isAccessible('a file with a fault');
  await choose('');
  await page.getByText(grids.say('files.empty')).waitFor();
  await choose(`${village}002,77`);
  await page.getByText(grids.say('files.state.checked')).waitFor();
  await grids.button('files.apply', { count: 1 }).click();
  await page.getByText(grids.say('files.state.done')).waitFor();
  await grids.isAccessible('a file that was applied');
}

async function takesTheSplit(grids: GridPage): Promise<void> {
  const { page } = grids;
  await grids.opens(`/grids/plan?area=${township}`);
  const proposal = page.getByRole('article').filter({ hasText: '老街' });
  await proposal.getByRole('button', { name: grids.say('plan.show') }).click();
  await proposal.locator('svg').nth(1).waitFor();
  await grids.isAccessible('a proposal');
  await proposal.getByRole('button', { name: grids.say('plan.take.split') }).click();
  await page.getByText(grids.say('split.part', { number: 2 })).waitFor();
  await grids.isAccessible('a split');
  const count = await page.locator('.grids-part').count();
  expect(count).toBeGreaterThanOrEqual(2);
  await grids.button('split.do', { count }).click();
  await grids.hears('split.done', { count });
}

async function exports(grids: GridPage, parts: readonly Grid[]): Promise<void> {
  await grids.opens('/grids/files');
  const coming = grids.page.waitForEvent('download');
  await grids.page.getByRole('link', { name: grids.say('files.save', { format: 'CSV' }) }).click();
  const text = await readFile(await (await coming).path(), 'utf8');
  for (const { code } of parts) expect(text).toContain(code);
}

journey(
  'a grid is drawn, staffed, changed meanwhile by somebody else, merged and closed by keyboard alone',
  async (people) => {
    const { caller, grids, gridsOf } = await sitsDown(people);
    const { page } = grids;
    const other = `${township}002`;
    await caller.post('grids', {
      villageCode: other,
      name: 'East',
      kind: 'comprehensive',
      geometry: square(109.61, 19.6),
    });
    await grids.opens('/grids');
    await grids.pressesOn(grids.button('grid.new'));
    await grids.selects('#grid-village', other);
    await page.getByLabel(grids.say('grid.name'), { exact: true }).pressSequentially('West');
    await grids.pressesOn(page.getByText(grids.say('grid.paste'), { exact: true }));
    await page.getByLabel(grids.say('grid.pasteLabel')).fill(JSON.stringify(square(109.6, 19.6)));
    await grids.pressesOn(grids.button('grid.pasteTake'));
    await page.getByText(grids.say('grid.noFaults')).waitFor();
    await grids.pressesOn(grids.button('verb.save'));
    await page.getByRole('heading', { name: 'West' }).waitFor();
    await staffs(grids);
    await isOvertaken(grids, caller, (await gridsOf(other)).find(({ name }) => name === 'West')?.id ?? '');

    await grids.pressesOn(grids.button('merge.title'));
    await page.locator('#merge-with').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.ant-select-item-option').first().waitFor();
    await page.keyboard.press('Enter');
    await grids.isAccessible('a merger');
    await grids.pressesOn(grids.button('merge.do'));
    await grids.hears('merge.done', { code: `${other}002` });
    expect((await gridsOf(other)).map(({ code }) => code)).toEqual([`${other}002`]);

    await grids.pressesOn(grids.button('grid.close'));
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await grids.isAccessible('closing');
    await grids.pressesOn(dialog.getByRole('button', { name: grids.say('grid.close') }));
    await page.locator('.grids-closed').waitFor();
    expect(await gridsOf(other)).toEqual([]);
  },
  { language: 'en', limit: 300_000 },
);

/** Somebody joins in office hours; their week can be read. */
async function staffs(grids: GridPage): Promise<void> {
  const { page } = grids;
  await grids.pressesOn(grids.button('post.join'));
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  // Nobody of the demonstration works in this township: found by name, in the whole area.
  await page.locator('#grid-person').focus();
  await page.locator('#grid-person').pressSequentially('演示');
  await page.locator('.ant-select-item-option').first().waitFor();
  await page.keyboard.press('Enter');
  await grids.pressesOn(dialog.getByRole('button', { name: grids.say('post.officeHours') }));
  await grids.isAccessible('joining');
  await grids.pressesOn(dialog.getByRole('button', { name: grids.say('verb.add'), exact: true }));
  await dialog.waitFor({ state: 'hidden' });
  await grids.pressesOn(page.locator('.grids-posts').getByText(grids.say('post.shifts')));
  await page.locator('.grids-week').getByText('08:00–12:00').first().waitFor();
  await grids.pressesOn(page.locator('.grids-posts').getByRole('button', { name: /^Leave of/ }));
  await dialog.getByText(grids.say('leave.none')).waitFor();
  await grids.isAccessible('a leave');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

/** While figures are typed somebody else saves others: both are shown, and the person picks. */
async function isOvertaken(grids: GridPage, caller: Caller, id: string): Promise<void> {
  const { page } = grids;
  await grids.pressesOn(grids.button('grid.editShort'));
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.getByLabel(grids.say('grid.households')).fill('120');
  const { grid } = await caller.get<{ grid: { revision: number } }>(`grids/${id}`);
  await caller.put(`grids/${id}`, { name: 'West', households: 99, residents: 5, expectedRevision: grid.revision });
  await dialog.getByRole('alert').waitFor();
  await grids.isAccessible('a conflict');
  await grids.pressesOn(dialog.getByRole('button', { name: grids.say('grid.keepMine') }));
  await grids.pressesOn(dialog.getByRole('button', { name: grids.say('verb.save') }));
  await dialog.waitFor({ state: 'hidden' });
  expect((await caller.get<{ grid: Grid }>(`grids/${id}`)).grid.households).toBe(120);

  // The same while a boundary is drawn.
  await grids.pressesOn(grids.button('grid.redraw'));
  await page.getByText(grids.say('grid.noFaults')).waitFor();
  const next = await caller.get<{ grid: { revision: number } }>(`grids/${id}`);
  await caller.put(`grids/${id}`, {
    name: 'West',
    households: 121,
    residents: 5,
    expectedRevision: next.grid.revision,
  });
  await page.locator('.grids-conflict').waitFor();
  await expect.poll(() => grids.button('verb.save').isDisabled(), settles).toBe(true);
  await grids.isAccessible('a conflict while drawing');
  await grids.pressesOn(grids.button('grid.keepMine'));
  await grids.pressesOn(grids.button('verb.save'));
  await grids.hears('grid.redrawn');
}
