// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { onDismissal } from '../../../src/reader/ui/dismissal.ts';

let left: string[] = [];
let away = new AbortController();
const find = (id: string) => document.getElementById(id)!;
const key = (id: string, name: string) =>
  find(id).dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
const point = (id: string, name: string) => find(id).dispatchEvent(new Event(name, { bubbles: true }));
function press(id: string, letGo = id) {
  point(id, 'pointerdown');
  point(letGo, 'click');
}

beforeEach(() => {
  document.body.innerHTML =
    '<div id="around"><button id="toggle"></button><div id="panel"><a id="link"></a></div><p id="beside"></p></div>';
  left = [];
  away = new AbortController();
  onDismissal([find('panel'), find('toggle')], away.signal, (byKey) => left.push(byKey ? 'key' : 'press'));
});

afterEach(() => away.abort());

test('Escape within a part leaves, and what lies around does not hear of it; other keys and places do nothing', () => {
  let around = 0;
  find('around').addEventListener('keydown', () => (around += 1));
  key('link', 'Escape');
  key('toggle', 'Escape');
  expect([left, around]).toEqual([['key', 'key'], 0]);
  key('link', 'Enter');
  key('beside', 'Escape');
  expect([left, around]).toEqual([['key', 'key'], 2]);
});

test('a press outside all parts leaves, one within a part does not', () => {
  press('link');
  press('toggle');
  expect(left).toEqual([]);
  press('beside');
  expect(left).toEqual(['press']);
});

test('a press that begins within, a finger that scrolls and a key that presses are no press outside', () => {
  press('link', 'around');
  point('beside', 'pointerdown');
  point('beside', 'pointercancel');
  point('beside', 'click');
  expect(left).toEqual([]);
});

test('what a press takes out of a part was within it', () => {
  point('link', 'pointerdown');
  find('panel').replaceChildren();
  point('around', 'click');
  expect(left).toEqual([]);
});

test('after the signal nothing is heard', () => {
  away.abort();
  key('link', 'Escape');
  press('beside');
  expect(left).toEqual([]);
});
