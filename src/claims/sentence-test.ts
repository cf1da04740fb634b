import jsep, { type CoreExpression, type Expression } from 'jsep';
import type { Estimates } from '../statistics/answer.ts';
import { formatEstimate, isShown } from '../statistics/format.ts';
import { findStatistic } from '../statistics/statistics.ts';
import { wordsOf, type Judged, type Verdict } from './claim.ts';
import { findClaim, isPublishedOnly } from './claims.ts';

/*
 * What a sentence rests on, written so that it can be tested again: `near_14b.largest.median > near_14b.others.median`,
 * `low(scaling.r2) > 0.2 and not holds('bigger-scores-higher')`. The text is parsed and the tree is walked here;
 * nothing of it is run as code.
 */

const readings = ['low', 'high', 'n'] as const;
const verdicts = ['holds', 'fails', 'open'] as const;

type Operation = '+' | '-' | '*' | '/';
type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** Something that is a number, or missing. */
type Amount =
  | { kind: 'number'; value: number }
  | { kind: 'reading'; of: 'value' | (typeof readings)[number]; id: string }
  | { kind: 'operation'; operator: Operation; left: Amount; right: Amount };

/** Something that is true, false or open. */
type Condition =
  | { kind: 'comparison'; operator: Comparison; left: Amount; right: Amount }
  | { kind: 'verdict'; is: Verdict; id: string }
  | { kind: 'not'; of: Condition }
  | { kind: 'and' | 'or'; left: Condition; right: Condition };

/** The test of a sentence, read. */
export interface SentenceTest {
  condition: Condition;
  /** Ids of the statistics that it reads, in the order of the text. */
  statistics: readonly string[];
  /** Ids of the claims whose verdict it reads. */
  claims: readonly string[];
}

jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
for (const [precedence, operators] of [
  ['or'],
  ['and'],
  ['<', '<=', '>', '>=', '==', '!='],
  ['+', '-'],
  ['*', '/'],
].entries())
  for (const operator of operators) jsep.addBinaryOp(operator, precedence + 1);
for (const operator of ['-', 'not']) jsep.addUnaryOp(operator);
// The ids of statistics hold points, and digits behind them.
for (const sign of ['.', '_']) jsep.addIdentifierChar(sign);

/** Why a test cannot be read. */
export class TestProblem extends Error {}

const known = new Map<string, SentenceTest>();

/**
 * Reads the test of a sentence, once: a page judges its sentences anew at every slice. Throws a TestProblem that says
 * what is wrong with it and what would be right.
 */
export function readTest(text: string): SentenceTest {
  let test = known.get(text);
  if (!test) {
    test = testOf(text);
    known.set(text, test);
  }
  return test;
}

function testOf(text: string): SentenceTest {
  const statistics = new Set<string>();
  const claims = new Set<string>();
  const condition = conditionOf(parsed(text), { statistics, claims });
  if (statistics.size + claims.size === 0)
    throw new TestProblem('it reads no statistic and no claim, so that nothing could ever change it');
  return { condition, statistics: [...statistics], claims: [...claims] };
}

function parsed(text: string): CoreExpression {
  try {
    return jsep(text) as CoreExpression;
  } catch (error) {
    const { description, index } = error as Error & { description?: string; index?: number };
    throw new TestProblem(`${description ?? 'it cannot be read'}, at its sign ${(index ?? 0) + 1}`);
  }
}

interface Found {
  statistics: Set<string>;
  claims: Set<string>;
}

const isOne = <T extends string>(all: readonly T[], name: string): name is T =>
  (all as readonly string[]).includes(name);

/** The name and the one argument of a call; undefined for anything else. */
function callOf(node: CoreExpression): { name: string; argument: CoreExpression } | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const [argument, ...more] = node.arguments as CoreExpression[];
  const callee = node.callee as CoreExpression;
  if (callee.type !== 'Identifier' || argument === undefined || more.length > 0)
    throw new TestProblem('what stands in brackets behind a name is one id, as in low(scaling.r2)');
  return { name: callee.name, argument };
}

function conditionOf(node: CoreExpression, found: Found): Condition {
  const within = (part: Expression) => conditionOf(part as CoreExpression, found);
  const amount = (part: Expression) => amountOf(part as CoreExpression, found);
  if (node.type === 'UnaryExpression' && node.operator === 'not')
    return { kind: 'not', of: within(node.argument) };
  if (node.type === 'BinaryExpression') {
    const { operator, left, right } = node;
    if (operator === 'and' || operator === 'or')
      return { kind: operator, left: within(left), right: within(right) };
    if (isOne(['<', '<=', '>', '>=', '==', '!='], operator))
      return { kind: 'comparison', operator, left: amount(left), right: amount(right) };
  }
  const call = callOf(node);
  if (call && isOne(verdicts, call.name)) {
    const { argument } = call;
    if (argument.type !== 'Literal' || typeof argument.value !== 'string')
      throw new TestProblem(`the id of a claim stands in quotes: ${call.name}('bigger-scores-higher')`);
    found.claims.add(argument.value);
    return { kind: 'verdict', is: call.name, id: argument.value };
  }
  throw new TestProblem(
    `${wordsFor(node)} is neither a comparison nor holds(…), fails(…) or open(…) of a claim; these are joined by and, or, not, with brackets`,
  );
}

function amountOf(node: CoreExpression, found: Found): Amount {
  const within = (part: Expression) => amountOf(part as CoreExpression, found);
  if (node.type === 'Literal' && typeof node.value === 'number') return { kind: 'number', value: node.value };
  if (node.type === 'Identifier') {
    found.statistics.add(node.name);
    return { kind: 'reading', of: 'value', id: node.name };
  }
  if (node.type === 'UnaryExpression' && node.operator === '-')
    return {
      kind: 'operation',
      operator: '-',
      left: { kind: 'number', value: 0 },
      right: within(node.argument),
    };
  if (node.type === 'BinaryExpression' && isOne(['+', '-', '*', '/'], node.operator))
    return { kind: 'operation', operator: node.operator, left: within(node.left), right: within(node.right) };
  const call = callOf(node);
  if (call && isOne(readings, call.name)) {
    if (call.argument.type !== 'Identifier')
      throw new TestProblem(`${call.name}(…) takes the id of a statistic, as in ${call.name}(scaling.r2)`);
    found.statistics.add(call.argument.name);
    return { kind: 'reading', of: call.name, id: call.argument.name };
  }
  throw new TestProblem(
    `${wordsFor(node)} is no number; a number is the id of a statistic, low(…), high(…) or n(…) of one, or digits, joined by + − * /`,
  );
}

function wordsFor(node: CoreExpression): string {
  if (node.type === 'Identifier') return `“${node.name}”`;
  if (node.type === 'Literal') return `“${node.raw}”`;
  if (node.type === 'UnaryExpression' || node.type === 'BinaryExpression')
    return `what stands around “${node.operator}”`;
  if (node.type === 'Compound') return 'more than one expression';
  if (node.type === 'CallExpression') return `“${(node.callee as { name?: string }).name ?? ''}(…)”`;
  return 'a part of it';
}

/** The statistics that a test needs: those that it reads, and those of the claims. Unknown ids are left out. */
export const neededBy = ({ statistics, claims }: SentenceTest): string[] => [
  ...new Set([
    ...statistics.filter((id) => findStatistic(id)),
    ...claims.flatMap((id) => findClaim(id)?.statistics ?? []),
  ]),
];

/** The ids that a test reads and that are published only of the whole table, so that no slice answers it. */
export const wholeTableOnly = ({ statistics, claims }: SentenceTest): string[] => [
  ...statistics.filter((id) => findStatistic(id)?.family.publishedOnly),
  ...claims.filter((id) => {
    const claim = findClaim(id);
    return claim !== undefined && isPublishedOnly(claim);
  }),
];

/** What a test is judged on: estimates by id, and what the data say of a claim. */
export interface Evidence {
  estimates: Estimates;
  judged(id: string): Judged;
}

/** Whether a test is true; null where a value, an end of an interval or a verdict that it turns on is missing. */
export type Truth = boolean | null;

/** Judges a test. Throws for an id that the evidence lacks. */
export function judgeTest({ condition }: SentenceTest, { estimates, judged }: Evidence): Truth {
  const read = ({ of, id }: Amount & { kind: 'reading' }): number | null => {
    const estimate = estimates[id];
    const definition = findStatistic(id)?.definition;
    if (!estimate || !definition) throw new Error(`a test reads ${id}, which is not there`);
    if (of === 'n') return estimate.n;
    return isShown(estimate, definition) ? estimate[of] : null;
  };
  const amount = (part: Amount): number | null => {
    if (part.kind === 'number') return part.value;
    if (part.kind === 'reading') return read(part);
    const [left, right] = [amount(part.left), amount(part.right)];
    if (left === null || right === null) return null;
    const value = operations[part.operator](left, right);
    return Number.isFinite(value) ? value : null;
  };
  const truth = (part: Condition): Truth => {
    switch (part.kind) {
      case 'comparison': {
        const [left, right] = [amount(part.left), amount(part.right)];
        return left === null || right === null ? null : comparisons[part.operator](left, right);
      }
      case 'verdict': {
        const { answer } = judged(part.id);
        return answer === 'few' ? null : answer === part.is;
      }
      case 'not':
        return negation(truth(part.of));
      case 'and':
        return conjunction(truth(part.left), truth(part.right));
      case 'or':
        return negation(conjunction(negation(truth(part.left)), negation(truth(part.right))));
    }
  };
  return truth(condition);
}

const operations: Record<Operation, (left: number, right: number) => number> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};

const comparisons: Record<Comparison, (left: number, right: number) => boolean> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
};

const negation = (truth: Truth): Truth => (truth === null ? null : !truth);

/** False where one part is false, else open where one is open. */
const conjunction = (left: Truth, right: Truth): Truth => {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
};

/** What a test was judged on, in words: every number with its interval and how many values are behind it, every verdict. */
export function evidenceOf({ statistics, claims }: SentenceTest, { estimates, judged }: Evidence): string[] {
  return [
    ...statistics.map((id) => {
      const { definition } = findStatistic(id)!;
      const estimate = estimates[id]!;
      const value = formatEstimate(estimate, definition, { interval: true });
      return `${definition.label}: ${value}, n\u00a0=\u00a0${estimate.n.toLocaleString('en')}`;
    }),
    ...claims.map((id) => `${findClaim(id)!.sentence} ${wordsOf(judged(id))}`),
  ];
}
