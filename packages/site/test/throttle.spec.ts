import { mock } from 'node:test';
import { expect, test } from '@playwright/test';
import { throttle } from '../src/embed-builder/throttle.js';

test.beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
test.afterEach(() => mock.timers.reset());

test('acts at once, then once in a while, and a last time for the last change', () => {
  let value = 0;
  const seen: number[] = [];
  const act = throttle(() => seen.push(value));
  const change = (): void => {
    value += 1;
    act();
  };
  change();
  expect(seen).toEqual([1]);
  change();
  change();
  expect(seen).toEqual([1]);
  mock.timers.tick(110);
  expect(seen).toEqual([1, 3]);
  change();
  mock.timers.tick(109);
  expect(seen).toEqual([1, 3]);
  mock.timers.tick(1);
  expect(seen).toEqual([1, 3, 4]);
});

test('does nothing again where nothing changes, and acts at once after a pause', () => {
  let count = 0;
  const act = throttle(() => (count += 1));
  act();
  mock.timers.tick(1000);
  expect(count).toBe(1);
  act();
  expect(count).toBe(2);
});

test('stays below the 100 changes of an address in ten seconds that Safari allows', () => {
  let count = 0;
  const act = throttle(() => (count += 1));
  for (let time = 0; time < 10_000; time += 10) {
    act();
    mock.timers.tick(10);
  }
  expect(count).toBeGreaterThan(80);
  expect(count).toBeLessThan(100);
});
