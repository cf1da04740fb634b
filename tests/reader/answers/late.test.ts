// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startWaiting, stopWaiting } from '../../../src/reader/answers/late.ts';

const isLate = () => document.documentElement.classList.contains('is-late');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  stopWaiting();
  vi.useRealTimers();
});

test('numbers are dimmed once their answer is late, until it is there', () => {
  startWaiting(new AbortController().signal);
  expect(isLate()).toBe(false);
  vi.advanceTimersByTime(10_000);
  expect(isLate()).toBe(true);
  stopWaiting();
  expect(isLate()).toBe(false);
});

test('an answer that is there at once dims nothing', () => {
  startWaiting(new AbortController().signal);
  stopWaiting();
  vi.advanceTimersByTime(10_000);
  expect(isLate()).toBe(false);
});

test('who is overtaken stops waiting, and the newer answer is waited for from its own start', () => {
  const older = new AbortController();
  startWaiting(older.signal);
  vi.advanceTimersByTime(250);
  older.abort();
  vi.advanceTimersByTime(10_000);
  expect(isLate()).toBe(false);
  startWaiting(new AbortController().signal);
  vi.advanceTimersByTime(250);
  expect(isLate()).toBe(false);
  vi.advanceTimersByTime(10_000);
  expect(isLate()).toBe(true);
});

test('an answer that was taken back before it starts is not waited for, nor does it end the wait of another', () => {
  const aborted = AbortSignal.abort();
  startWaiting(aborted);
  vi.advanceTimersByTime(10_000);
  expect(isLate()).toBe(false);
  startWaiting(new AbortController().signal);
  startWaiting(aborted);
  vi.advanceTimersByTime(10_000);
  expect(isLate()).toBe(true);
});
