import { expect, test } from 'vitest';
import { listeners } from '../../src/reader/listeners.ts';

test('each listener hears what is told from when it joined until it left, in the order of joining', () => {
  const heard: string[] = [];
  const { on, tell } = listeners<number>();
  tell(1);
  const leave = on((told) => heard.push(`a${told}`));
  on((told) => heard.push(`b${told}`));
  tell(2);
  leave();
  tell(3);
  expect(heard).toEqual(['a2', 'b2', 'b3']);
});

test('a listener that joined twice hears once', () => {
  let heard = 0;
  const { on, tell } = listeners();
  const listener = () => void (heard += 1);
  on(listener);
  on(listener);
  tell();
  expect(heard).toBe(1);
});
