import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ROOT } from '../../factory/paths';
import { waitFor } from '../../factory/waitFor';
import { CHROMIUM_ARGS, findChromium } from '../chromium';
import type { TestFactory } from './context';

const SCREENSHOTS = join(ROOT, '.cache', 'test', 'screenshots');
const TITLE = 'Drawn in the page';
const ID = 'drawn-in-the-page';

/** From a drawing made in the page to a finished instance, as persons would. */
export function browser(factory: () => TestFactory): void {
  const found = findChromium();
  // in CI a missing browser is a failure, elsewhere it is said and skipped
  const skip = 'problem' in found && !process.env.CI ? found.problem : false;

  describe('the page, in Chromium', { skip }, () => {
    let chrome: Browser;
    let ada: Page;
    let ben: Page;

    before(async () => {
      if ('problem' in found) throw new Error(found.problem);
      mkdirSync(SCREENSHOTS, { recursive: true });
      chrome = await chromium.launch({
        executablePath: found.path,
        args: CHROMIUM_ARGS,
      });
      ada = await newPage(chrome);
      ben = await newPage(chrome);
    });
    after(() => chrome?.close());

    const shoot = (page: Page, name: string) =>
      page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    const signIn = async (page: Page, name: RegExp) => {
      await page.goto(factory().url);
      await page.getByRole('button', { name }).click();
      await page.getByRole('heading', { name: 'Artifacts' }).first().waitFor();
    };

    it('signs in by a choice of persons', async () => {
      await ada.goto(factory().url);
      await ada.getByRole('button', { name: /Ada/ }).waitFor();
      await shoot(ada, '1-sign-in');
      await signIn(ada, /Ada/);
      await signIn(ben, /Ben/);
      await shoot(ada, '2-artifacts');
    });

    it('draws a process and saves it', async () => {
      await ada.getByRole('button', { name: 'Draw a process' }).first().click();
      await ada.getByRole('textbox', { name: /Title/ }).fill(TITLE);
      await ada
        .getByRole('dialog')
        .getByRole('button', { name: 'Create' })
        .click();
      await ada.waitForURL(new RegExp(`/artifacts/${ID}`));
      await ada.locator('.djs-palette').waitFor();
      await insertUserTask(ada, 'Look at it');
      await ada.getByRole('button', { name: 'Save' }).click();
      await ada.getByText('All changes saved').waitFor();
      await shoot(ada, '3-drawing');
      const { content } = await factory().persons.ada.api.getContent(ID);
      assert.match(content, /<bpmn:userTask [^>]*name="Look at it"/);
    });

    it('builds it and shows the pull requests', async () => {
      await ada.goto(`${factory().url}/artifacts/${ID}/builds`);
      await ada.getByRole('button', { name: 'Build', exact: true }).click();
      await ada
        .getByRole('link', { name: /gitops/ })
        .first()
        .waitFor({ timeout: 60_000 });
      await shoot(ada, '4-build');
    });

    it('merges them as the approver alone', async () => {
      const { items } = await factory().persons.ben.api.listPullRequests({
        artifact: ID,
      });
      assert.equal(items.length, 2);
      await ada.goto(`${factory().url}/pull-requests/${items[0].id}`);
      const forbidden = ada.getByRole('button', { name: 'Merge', exact: true });
      await forbidden.waitFor();
      assert.ok(await forbidden.isDisabled());
      for (const { id } of items) {
        await ben.goto(`${factory().url}/pull-requests/${id}`);
        await ben.getByRole('button', { name: 'Merge', exact: true }).click();
        await ben
          .getByRole('dialog')
          .or(ben.getByRole('alertdialog'))
          .getByRole('button', { name: 'Merge' })
          .click();
        await ben
          .getByText(/merged/i)
          .first()
          .waitFor();
        await waitFor(
          'The merge',
          async () => {
            const found = await factory().persons.ben.api.getPullRequest(id);
            return found.state === 'merged' || undefined;
          },
          { seconds: 20 },
        );
      }
      await shoot(ben, '5-pull-request');
    });

    it('starts an instance, decides its task and sees it end', async () => {
      await waitFor(
        'The roll-out',
        async () => {
          const { items } = await factory().persons.ben.api.listDeployments(ID);
          return items[0]?.status === 'deployed' || undefined;
        },
        { seconds: 60 },
      );
      await ben.goto(`${factory().url}/artifacts/${ID}/instances`);
      await ben.getByRole('button', { name: 'Start instance' }).click();
      await ben
        .getByRole('dialog')
        .getByRole('button', { name: 'Start', exact: true })
        .click();
      const complete = ben.getByRole('button', { name: /^Complete/ });
      await complete.waitFor();
      await shoot(ben, '6-instance');
      await complete.click();
      await ben
        .getByText(/completed/i)
        .first()
        .waitFor({ timeout: 30_000 });
      const { items } = await factory().persons.ben.api.listInstances(ID);
      await waitFor(
        'The end',
        async () =>
          (await factory().persons.ben.api.getInstance(items[0].id)).status ===
            'completed' || undefined,
        { seconds: 20 },
      );
      await ben.waitForTimeout(2_500);
      await shoot(ben, '7-finished');
    });

    it('shows the system in the catalog graph', async () => {
      await ada.goto(
        `${
          factory().url
        }/catalog-graph?rootEntityRefs%5B%5D=component%3Ademo%2Flead-to-order&maxDepth=1`,
      );
      await ada.getByText('Order to cash').first().waitFor();
      await ada.waitForTimeout(1_000);
      await shoot(ada, '8-catalog-graph');
    });
  });
}

async function newPage(chrome: Browser): Promise<Page> {
  const context = await chrome.newContext({
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

/** Makes room, puts a task on the last sequence flow, names it and makes it a user task: the ways of bpmn-js. */
async function insertUserTask(page: Page, name: string): Promise<void> {
  const end = await page
    .locator('[data-element-id="End"] .djs-hit')
    .first()
    .boundingBox();
  assert.ok(end);
  await page.mouse.move(end.x + 18, end.y + 18);
  await page.mouse.down();
  await page.mouse.move(end.x + 60, end.y + 18, { steps: 5 });
  await page.mouse.move(end.x + 218, end.y + 18, { steps: 5 });
  await page.mouse.up();
  const flow = await page.locator('g.djs-connection').last().boundingBox();
  assert.ok(flow);
  const [x, y] = [flow.x + flow.width / 2, flow.y + flow.height / 2];
  await page.locator('.djs-palette [data-action="create.task"]').click();
  await page.mouse.move(x - 3, y, { steps: 5 });
  await page.mouse.move(x, y);
  await page.waitForTimeout(300);
  await page.mouse.click(x, y);
  await page.waitForTimeout(300);
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.locator('.djs-context-pad [data-action="replace"]').click();
  await page.locator('.djs-popup [data-id="replace-with-user-task"]').click();
  await page.waitForTimeout(500);
}
