import type { Page } from 'playwright-core';
import { AtConsole } from './AtConsole.ts';
import type { Stage } from './server.ts';
import type { Words } from './words.ts';

/** An administrator at the list of radars. */
export class Radars extends AtConsole {
  readonly page: Page;

  constructor(page: Page, words: Words, stage: Stage) {
    super(words, stage);
    this.page = page;
  }

  async opens(): Promise<void> {
    await this.page.goto(`${this.stage.url}/settings/sensors`);
    await this.page.locator('.settings table').waitFor();
  }

  async begins(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.desk('sensor.add') }).press('Enter');
    await this.page.getByRole('dialog').waitFor();
  }

  /** By the field's words, as a screen reader has them. */
  async writes(fields: readonly (readonly [label: Parameters<Words['desk']>[0], text: string])[]): Promise<void> {
    for (const [label, text] of fields) {
      const field = this.page.getByRole('dialog').getByLabel(this.words.desk(label), { exact: true });
      await field.fill(text);
      await field.press('Tab');
    }
  }

  async saves(): Promise<void> {
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: this.words.desk('verb.save') })
      .press('Enter');
  }

  /** At the field it is about, which has the focus. */
  async isRefusedAt(label: Parameters<Words['desk']>[0], text: string): Promise<void> {
    const field = this.page.getByRole('dialog').getByLabel(this.words.desk(label), { exact: true });
    await this.page.getByRole('alert').getByText(text).waitFor();
    await this.page.waitForFunction((element) => element === document.activeElement, await field.elementHandle());
  }

  async seesItListed(name: string): Promise<void> {
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await this.row(name).waitFor();
  }

  row(name: string) {
    return this.page.locator('.settings tbody tr.ant-table-row', { hasText: name });
  }

  async looksCloser(name: string): Promise<void> {
    await this.row(name).locator('.ant-table-row-expand-icon').click();
    await this.page.locator('.feed-url code').first().waitFor();
  }

  async changes(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `${this.words.desk('verb.edit')} ${name}` }).press('Enter');
    await this.page.getByRole('dialog').waitFor();
  }

  async removes(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `${this.words.desk('verb.delete')} ${name}` }).press('Enter');
    await this.page
      .locator('.ant-popconfirm')
      .getByRole('button', { name: this.words.desk('verb.delete') })
      .click();
    await this.row(name).waitFor({ state: 'detached' });
  }

  /** Without the page: for journeys about what others see of it. */
  async adds(name: string): Promise<() => Promise<void>> {
    const { request } = this.page.context();
    const headers = { origin: this.stage.url };
    const url = `${this.stage.url}/api/v1/sensors`;
    const made = await request.post(url, {
      data: { key: 'journey', name, latitude: 18.2, longitude: 108.9, model: {} },
      headers,
    });
    if (!made.ok()) throw new Error(`no radar: ${made.status()} ${await made.text()}`);
    const { id, revision } = (await made.json()) as { id: string; revision: number };
    return async () => {
      await request.delete(`${url}/${id}`, { headers: { ...headers, 'If-Match': `"${revision}"` } });
    };
  }
}
