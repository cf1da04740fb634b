import type { Page } from 'playwright-core';

/** What a connection carries, and how much slower than this machine the processor is. */
export interface Conditions {
  name: string;
  megabitsPerSecond: number;
  /** Milliseconds added to every request. */
  latency: number;
  /** Factor by which the processor is slowed down. */
  cpu: number;
}

/** A good line at home, a weak one, and a phone as the usual mobile throttling has it. */
export const conditions = {
  fast: { name: '50 Mbit/s, 20 ms', megabitsPerSecond: 50, latency: 20, cpu: 1 },
  slow: { name: '10 Mbit/s, 40 ms', megabitsPerSecond: 10, latency: 40, cpu: 1 },
  phone: { name: '1.6 Mbit/s, 150 ms, CPU 4× slower', megabitsPerSecond: 1.6, latency: 150, cpu: 4 },
} as const satisfies Record<string, Conditions>;

/** Holds the page, and the scripts that its workers load, to the conditions. */
export async function throttle(page: Page, { megabitsPerSecond, latency, cpu }: Conditions): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const bytesPerSecond = (megabitsPerSecond * 1e6) / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  if (cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}
