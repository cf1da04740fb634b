import { expect, test, vi } from 'vitest';
import { createOnDemand } from '../../src/engine/on-demand.ts';

const unknown = (name: string) =>
  new Error(`Catalog Error: Table with name ${name} does not exist!\nDid you mean "models"?`);

/** Asks an engine that holds the given tables for some. */
const asks = (held: Set<string>, ...names: string[]) =>
  vi.fn(() => {
    const missing = names.find((name) => !held.has(name.toLowerCase()));
    return missing === undefined ? Promise.resolve('answer') : Promise.reject(unknown(missing));
  });

function setUp() {
  const held = new Set(['models']);
  const add = vi.fn((name: string) => Promise.resolve(void held.add(name)));
  return { held, add, ...createOnDemand(['estimates', 'others'], add) };
}

test('a table comes with the first text that reads from it, once', async () => {
  const { held, add, asking } = setUp();
  expect(await asking('SELECT * FROM models', asks(held, 'models'))).toBe('answer');
  expect(await asking('SELECT estimates FROM models, estimates_2', asks(held, 'models'))).toBe('answer');
  expect(add).not.toHaveBeenCalled();
  const ask = asks(held, 'estimates');
  await Promise.all([
    asking('FROM Estimates', ask),
    asking('SELECT rank FROM models JOIN "estimates" USING (row)', asks(held, 'estimates')),
  ]);
  expect(ask).toHaveBeenCalledTimes(1);
  expect(add.mock.calls).toEqual([['estimates']]);
  await asking('FROM estimates JOIN others', asks(held, 'estimates', 'others'));
  expect(add.mock.calls).toEqual([['estimates'], ['others']]);
});

test('a table that the engine turns out not to know comes, too, and the engine is asked again', async () => {
  const { held, add, asking } = setUp();
  const ask = asks(held, 'Estimates', 'others');
  expect(await asking('SELECT * FROM models, Estimates, others', ask)).toBe('answer');
  expect(ask).toHaveBeenCalledTimes(3);
  expect(add.mock.calls).toEqual([['estimates'], ['others']]);
});

test('what is no table on demand, or no table, is told as it is', async () => {
  const { held, add, asking } = setUp();
  await expect(asking('FROM nothing', asks(held, 'nothing'))).rejects.toThrow(
    'Table with name nothing does not exist!',
  );
  const column = new Error('Binder Error: Referenced column "estimates" not found in FROM clause!');
  await expect(asking('SELECT estimates', () => Promise.reject(column))).rejects.toBe(column);
  expect(add).not.toHaveBeenCalled();
});

test('an engine that does not know what it was given is not asked for ever', async () => {
  const { add, asking } = setUp();
  const ask = vi.fn(() => Promise.reject(unknown('estimates')));
  await expect(asking('FROM estimates', ask)).rejects.toThrow('Table with name estimates');
  expect(ask).toHaveBeenCalledTimes(2);
  expect(add).toHaveBeenCalledTimes(1);
});

test('what failed is asked for again by the next', async () => {
  const { held, add, asking } = setUp();
  add.mockRejectedValueOnce(new Error('no answer'));
  await expect(asking('FROM estimates', asks(held, 'estimates'))).rejects.toThrow('no answer');
  expect(await asking('FROM estimates', asks(held, 'estimates'))).toBe('answer');
  expect(add).toHaveBeenCalledTimes(2);
});

test('a table that is brought is there before it is asked', async () => {
  const { held, add, bring, asking } = setUp();
  await bring('others');
  await bring('others');
  expect(await asking('FROM others', asks(held, 'others'))).toBe('answer');
  expect(add).toHaveBeenCalledTimes(1);
});

test('what changes the engine begins behind every question that still waits for its table', async () => {
  const began: string[] = [];
  let arrive = () => {};
  const { asking, after } = createOnDemand(['estimates'], () => new Promise<void>((done) => (arrive = done)));
  const begin = (name: string) => () => Promise.resolve(void began.push(name));
  await after(begin('nothing waits'));
  const asked = asking('FROM estimates', begin('question'));
  const changed = after(begin('change'));
  await asking('FROM models', begin('needs no table'));
  expect(began).toEqual(['nothing waits', 'needs no table']);
  arrive();
  await Promise.all([asked, changed]);
  expect(began).toEqual(['nothing waits', 'needs no table', 'question', 'change']);
});

test('a table that does not come keeps nothing behind it', async () => {
  const { asking, after } = createOnDemand(['estimates'], () => Promise.reject(new Error('no connection')));
  const asked = asking('FROM estimates', () => Promise.resolve('answer'));
  const changed = after(() => Promise.resolve('changed'));
  await expect(asked).rejects.toThrow('no connection');
  expect(await changed).toBe('changed');
});
