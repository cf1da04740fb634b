import { expect, test } from 'vitest';
import { ParameterProblem } from '../../../src/slice/parameters.ts';
import { choices } from '../../../src/slice/kinds/choices.ts';

const field = choices('type', [
  { id: 'pretrained', label: 'Pretrained', sql: `type = 'pretrained'` },
  { id: 'chat', label: 'Chat', sql: `type = 'chat'` },
  { id: 'other', label: 'Other', words: 'anything else', sql: `type IN ('multimodal', 'other')` },
]);

test('ids are read in the order of the options, without repeats', () => {
  expect(field.parse('chat')).toEqual(['chat']);
  expect(field.parse('other,pretrained,other')).toEqual(['pretrained', 'other']);
  expect(field.parse('chat,')).toEqual(['chat']);
});

test('any of the ids is asked', () => {
  expect(field.predicate(['chat'])).toBe(`(type = 'chat')`);
  expect(field.predicate(['pretrained', 'other'])).toBe(
    `(type = 'pretrained' OR type IN ('multimodal', 'other'))`,
  );
});

test('one text for one value, whatever its order', () => {
  expect(field.format(['other', 'chat', 'other'])).toBe('chat,other');
});

test('none and all of the options filter nothing', () => {
  expect(field.parse('pretrained,chat,other')).toEqual(field.empty);
  for (const ids of [[], ['other', 'chat', 'pretrained']]) {
    expect(field.format(ids)).toBe('');
    expect(field.predicate(ids)).toBeNull();
    expect(field.describe(ids)).toBeNull();
  }
});

test('in words', () => {
  expect(field.describe(['chat'])).toBe('chat');
  expect(field.describe(['pretrained', 'other'])).toBe('pretrained or anything else');
});

test.each([
  ['fine-tune', 'fine-tune'],
  ['chat,Chat', 'Chat'],
  ['chat, other', ' other'],
  ["chat') OR (1=1", "chat') OR (1=1"],
  [',', ','],
])('“%s” is rejected for “%s”', (text, named) => {
  expect(() => field.parse(text)).toThrow(ParameterProblem);
  expect(() => field.parse(text)).toThrow(
    `“${named}” is not a value of “type”; it takes pretrained, chat, other`,
  );
});

test('what can be read of a list is kept with the problem', () => {
  const problem = (text: string) => {
    try {
      return field.parse(text);
    } catch (error) {
      return (error as ParameterProblem).kept;
    }
  };
  expect(problem('other,nonsense,chat')).toEqual(['chat', 'other']);
  expect(problem('nonsense')).toEqual([]);
});

test('ids that are no option ask nothing', () => {
  expect(field.predicate(["'; DROP TABLE all_runs; --"])).toBeNull();
  expect(field.format(['nonsense', 'chat'])).toBe('chat');
});
