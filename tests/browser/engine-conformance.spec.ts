import { expect, test } from '@playwright/test';
import { conformance } from '../engine/conformance.ts';
import { serveHarness, type ServedHarness } from './harness/serve.ts';

let served: ServedHarness;
test.beforeAll(async () => {
  served = await serveHarness();
});
test.afterAll(() => served.close());

test('the engine of the browser does what every engine of the report must do', async ({ page }) => {
  await page.goto(served.url);
  await page.evaluate(() => window.harness.open());
  const engine = {
    run: (sql: string) => page.evaluate((text) => window.harness.run(text), sql),
    query: (sql: string, signal?: AbortSignal) =>
      page.evaluate(
        ({ text, reason }) =>
          window.harness.query(text, reason === null ? undefined : AbortSignal.abort(new Error(reason))),
        { text: sql, reason: signal?.aborted ? String((signal.reason as Error).message) : null },
      ),
  };
  expect(conformance.length).toBeGreaterThan(10);
  for (const { name, check } of conformance) await test.step(name, () => check(engine));
});
