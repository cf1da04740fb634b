// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { readForm, writeForm } from '../../../src/reader/bar/form.ts';
import { formatSlice, parseSlice } from '../../../src/slice/slice.ts';

const range = (key: string, title: string, kind: 'numbers' | 'days') =>
  `<fieldset data-field="${key}" data-kind="${kind}"><legend>${title}</legend>
     <input name="${key}-from"><input name="${key}-to"></fieldset>`;

let form: HTMLFormElement;

beforeEach(() => {
  document.body.innerHTML = `<form>${range('size', 'Parameters', 'numbers')}${range('likes', 'Likes', 'numbers')}${range('submitted', 'Submitted', 'days')}
    <fieldset data-field="name"><legend>Name contains</legend><input name="name"></fieldset></form>`;
  form = document.querySelector('form')!;
});

const field = (name: string) => form.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
const invalid = () =>
  [...form.querySelectorAll<HTMLInputElement>('[aria-invalid=true]')].map(({ name }) => name);

/** Types texts into fields and reads the form: the query of the slice, or what is wrong with it. */
function typed(texts: Record<string, string>): string {
  for (const [name, text] of Object.entries(texts)) field(name).value = text;
  const { slice, problems } = readForm(form);
  return problems.length > 0 ? problems.join('. ') : formatSlice(slice);
}

describe('numbers are read as they are typed', () => {
  test.each([
    ['7,5', '', 'size=7.5-'],
    ['0,5', '1', 'size=0.5-1'],
    ['', '0.5', 'size=-0.5'],
    ['1 234,5', '12.000,25', 'size=1234.5-12000.25'],
    ['10', '100', 'size=10-100'],
    ['', '', ''],
  ])('%j to %j', (from, to, query) => {
    expect(typed({ 'size-from': from, 'size-to': to })).toBe(query);
    expect(invalid()).toEqual([]);
  });
});

describe('what is no number is answered in the words of the form, not of the address', () => {
  test.each([
    ['1e1', 'Parameters: write a number such as 7.5'],
    ['\u22123', 'Parameters: write a number from 0 up, such as 7.5'],
    ['7,616', 'Parameters: “7,616” can mean 7.616 or 7616; write the one that you mean'],
    ['1000000', 'Parameters: write a number up to 999999'],
    ['0.1234567', 'Parameters: write at most 6 digits after the point'],
  ])('%j', (text, answer) => {
    expect(typed({ 'size-from': text, 'size-to': '9' })).toBe(answer);
    expect(invalid()).toEqual(['size-from']);
  });

  test('the ends of a range the wrong way round', () => {
    expect(typed({ 'size-from': '7', 'size-to': '2' })).toBe(
      'Parameters: the number after “over” must be smaller than the one after “up to”, and 7 is not smaller than 2',
    );
    expect(invalid()).toEqual(['size-from', 'size-to']);
    expect(typed({ 'size-from': '1' })).toBe('size=1-2');
    expect(invalid()).toEqual([]);
  });

  test('days the wrong way round', () => {
    expect(typed({ 'submitted-from': '2024-12-01', 'submitted-to': '2024-07-01' })).toBe(
      'Submitted: the first day must not be later than the last',
    );
    expect(typed({ 'submitted-from': '2024-06-01' })).toBe('submitted=2024-06-01..2024-07-01');
  });

  test('each field that is not read is named, and the others are read', () => {
    for (const name of ['size-from', 'likes-to']) field(name).value = 'x';
    field('name').value = 'Qwen';
    const { slice, problems } = readForm(form);
    expect(problems).toEqual(['Parameters: write a number such as 7.5', 'Likes: write a number such as 7.5']);
    expect(formatSlice(slice)).toBe('name=qwen');
  });
});

test('a number stays as it was typed while the slice holds the same, and gives way to another', () => {
  const show = (query: string) => writeForm(form, parseSlice(new URLSearchParams(query)).slice);
  field('size-from').value = '7,50';
  show('size=7.5-9');
  expect(['size-from', 'size-to'].map((name) => field(name).value)).toEqual(['7,50', '9']);
  show('size=3-');
  expect(['size-from', 'size-to'].map((name) => field(name).value)).toEqual(['3', '']);
});
