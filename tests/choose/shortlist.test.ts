import { describe, expect, test } from 'vitest';
import { byBenchmark } from '../../src/dataset/benchmarks.ts';
import { weighted } from '../../src/choose/candidates.ts';
import { alike, criteriaOf, type Criteria } from '../../src/choose/criteria.ts';
import { usualMachine } from '../../src/choose/memory.ts';
import { seededRandom } from '../../src/statistics/methods/random.ts';
import { shortlistOf, type Group } from '../../src/choose/shortlist.ts';
import { refusalWord } from '../../src/choose/refusals.ts';
import { restsWords, testsWords, testWords } from '../../src/choose/test-words.ts';
import { candidate } from './candidate.ts';

const usual = criteriaOf(usualMachine);
const asking = (part: Partial<Criteria>): Criteria => ({ ...usual, ...part });
const names = (group: Group | undefined) => group?.map((each) => each.candidate.model);
const namedIn = (candidates: Parameters<typeof shortlistOf>[0], criteria = usual) =>
  shortlistOf(candidates, criteria).named.map(({ member, reasons, isTold }) => [
    member.candidate.model,
    reasons.join(' '),
    isTold,
  ]);

describe('the same memory at other bits', () => {
  // At b bits p billion parameters take p · b ÷ 8 · 1.2 GB: 7 B at 16 bits take 16.8, 30 B at 4 bits 18, at 4.5 20.25.
  const all = [
    candidate('o/small', { average: 20, parameters_b: 7 }),
    candidate('o/large', { average: 40, parameters_b: 30 }),
  ];
  const best = (part: Partial<Criteria>) =>
    shortlistOf(all, asking(part)).byBits.map(({ bits, best }) => [bits, best?.candidate.model]);

  test('has the best that fits at 16, 8 and 4 bits', () => {
    expect(best({ memory: 18 })).toEqual([
      [16, 'o/small'],
      [8, 'o/small'],
      [4, 'o/large'],
    ]);
    expect(best({ memory: 5 })).toEqual([
      [16, undefined],
      [8, undefined],
      [4, 'o/small'],
    ]);
  });

  test('has the bits that are asked for among them', () => {
    expect(best({ memory: 20, bits: 4.5 })).toEqual([
      [16, 'o/small'],
      [8, 'o/small'],
      [4.5, 'o/small'],
      [4, 'o/large'],
    ]);
  });
});

test('the first group holds the model that is truly the best in 95 of 100 draws, among equals and among others', () => {
  const random = seededRandom('first group');
  // Sums of twelve uniform numbers less six have mean 0 and variance 1.
  const normal = () => Array.from({ length: 12 }, random).reduce((sum, each) => sum + each, -6);
  const draws = 400;
  for (const abilities of [
    Array.from({ length: 40 }, () => 50),
    Array.from({ length: 40 }, (_, at) => 50 - (at < 8 ? 0 : 4)),
    Array.from({ length: 40 }, (_, at) => 50 - at / 2),
  ]) {
    let held = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const drawn = abilities.map((ability, at) => candidate(`o/${at}`, { average: ability + normal() }));
      // The first of those of the greatest ability stands for the truly best.
      if (names(shortlistOf(drawn, usual).groups[0])!.includes('o/0')) held += 1;
    }
    expect(held / draws).toBeGreaterThanOrEqual(0.95);
  }
});

describe('single tests of the first group', () => {
  const scores = (ifeval: number, math: number) => ({ ...byBenchmark(() => 50), ifeval, math });

  test('are held against Holm over six tests of every member: 2.64 errors of √12 for one', () => {
    // 2.638 · 3.4641 = 9.14 for the largest of six; where it passes, the next needs 2.576 · 3.4641 = 8.92.
    const apartOf = (of: ReturnType<typeof scores>) =>
      shortlistOf(
        [candidate('o/best', { average: 50 }), candidate('o/other', { scores: of })],
        usual,
      ).groups[0]!.find(({ candidate: { model } }) => model === 'o/other')!.apart;
    expect(apartOf(scores(59, 40))).toEqual({ ifeval: 9, math: -10 });
    expect(apartOf(scores(59, 41))).toEqual({});
    expect(apartOf(scores(50, 50))).toEqual({});
  });

  test('are counted in a sentence', () => {
    const { groups } = shortlistOf(
      [
        candidate('o/best', { average: 50 }),
        candidate('o/a', { scores: scores(62, 38) }),
        candidate('o/b', { average: 49.9 }),
      ],
      usual,
    );
    const others = groups[0]!.slice(1);
    expect(testsWords(others)).toBe('On single tests 1 of them can be told from the best, as the lists mark');
    const [a, b] = ['o/a', 'o/b'].map((model) => others.find((each) => each.candidate.model === model)!);
    expect(testWords(a!, 'ifeval', 'the best')).toBe('IFEval 62.0, 12.0 above the best');
    expect(testWords(a!, 'math', 'the best')).toMatch(/38\.0, 12\.0 below the best$/);
    expect(testWords(a!, 'bbh', 'the best')).toBe('BBH 50.0');
    expect(testsWords([b!])).toBe('On no single test can it be told from the best');
    expect(testsWords([a!])).toBe('On single tests it can be told from the best, as its line marks');
  });
});

describe('a verdict that rests on one test', () => {
  // Errors of √6 a test: a mean of five has one of √30 ÷ 5 = 1.0954, the difference of two 1.5492; 1.96 of these are
  // 3.04.
  const of = (musr: number, others: number) => ({ ...byBenchmark(() => others), musr });

  test('is that of a member which the mean of its other tests tells from the best', () => {
    const member = (musr: number, others: number) =>
      shortlistOf(
        [candidate('o/best', { average: 50 }), candidate('o/other', { scores: of(musr, others) })],
        usual,
      ).groups[0]![1]!;
    // (70 + 5 · 45.5) ÷ 6 = 49.6 is as good; without MuSR 4.5 behind.
    const resting = member(70, 45.5);
    expect(resting.rests).toEqual({ test: 'musr', behind: 4.5 });
    expect(restsWords(resting, 'the best')).toBe(
      'rests on one test: without MuSR it is 4.5 behind the best and told from it',
    );
    // 3 behind without it is within 3.04.
    expect(member(64, 47).rests).toBeUndefined();
    expect(restsWords(member(64, 47), 'the best')).toBe('');
  });

  test('is none where no other test counts', () => {
    const weights = { ...byBenchmark(() => 0), musr: 1 };
    const all = [candidate('o/best', { average: 50 }), candidate('o/other', { average: 49 })];
    const { groups, lead } = shortlistOf(all, asking({ weights }));
    expect(groups[0]![1]!.rests).toBeUndefined();
    expect(lead).toBeUndefined();
  });

  test('is that of the best where another is told ahead of it without the test, or where it stands alone and one is as good', () => {
    const leadOf = (best: ReturnType<typeof of>, other: number) => {
      const { lead } = shortlistOf(
        [candidate('o/best', { scores: best }), candidate('o/other', { average: other })],
        usual,
      );
      return lead && [lead.test, lead.first.candidate.model, lead.by, lead.isTold];
    };
    // (80 + 5 · 45) ÷ 6 = 50.8 against 50, which is 5 ahead without MuSR.
    expect(leadOf(of(80, 45), 50)).toEqual(['musr', 'o/other', 5, true]);
    // 1 ahead is within the error, and says something only of one that stands alone: (80 + 5 · 49) ÷ 6 = 54.2.
    expect(leadOf(of(80, 49), 50)).toEqual(['musr', 'o/other', 1, false]);
    expect(leadOf(of(56, 49), 50)).toBeUndefined();
    // 1 behind is less than the standard error of the difference of five tests, √(2 · 30) ÷ 5 = 1.55; 2 behind is not.
    expect(leadOf(of(80, 51), 50)).toEqual(['musr', 'o/other', -1, false]);
    expect(leadOf(of(80, 52), 50)).toBeUndefined();
  });

  test('is marked in the next group as well, and of a model that is named beyond the first', () => {
    const all = [
      candidate('o/best', { average: 60 }),
      candidate('o/next', { average: 50 }),
      candidate('o/resting', { scores: of(70, 45.5), official: true }),
    ];
    const { groups, named } = shortlistOf(all, usual);
    expect(names(groups[1])).toEqual(['o/next', 'o/resting']);
    expect(groups[1]![1]).toMatchObject({ rests: { test: 'musr' }, apart: { musr: 20 } });
    const official = named.find(({ reasons }) => reasons.includes('official'))!;
    expect(official.member.apart).toMatchObject({ musr: 10, bbh: -14.5 });
    // It is told from the best as it is.
    expect(official.member.rests).toBeUndefined();
  });
});

test('the name of a model that was changed to refuse less says so', () => {
  expect(
    [
      'o/Qwen2.5-32B-Instruct-abliterated-v2',
      'o/zetasepic-abliteratedV2-TIES',
      'o/Phi4-RP-o1-Ablit',
      'o/Aurora-8B-LORABLATED',
      'o/BuddyGlassUncensored2025.2',
      'o/LLAMA-3_8B_Unaligned_BETA',
      'o/Tablet-7B',
      'o/Qwen2.5-32B-Instruct',
    ].map(refusalWord),
  ).toEqual([
    'abliterated',
    'abliterated',
    'abliterated',
    'abliterated',
    'uncensored',
    'unaligned',
    undefined,
    undefined,
  ]);
});

describe('groups that cannot be told apart', () => {
  test('one comparison is held against 1.96 standard errors of the difference', () => {
    // The difference of two averages with an error of 1 has one of √2: 1.95996 · 1.41421 = 2.77181.
    const { groups } = shortlistOf(
      [candidate('o/second', { average: 47.3 }), candidate('o/best', { average: 50 })],
      usual,
    );
    expect(groups.map(names)).toEqual([['o/best', 'o/second']]);
    const [best, second] = groups[0]!;
    expect(best).toMatchObject({ score: 50, behind: 0, toldFrom: 0 });
    expect(best.error).toBeCloseTo(1, 12);
    expect(second!.behind).toBeCloseTo(2.7, 12);
    expect(second!.toldFrom).toBeCloseTo(2.77181, 5);
    const apart = shortlistOf(
      [candidate('o/best', { average: 50 }), candidate('o/second', { average: 47.2 })],
      usual,
    );
    expect(apart.groups.map(names)).toEqual([['o/best'], ['o/second']]);
  });

  test('of more comparisons each is held against the bar of Holm', () => {
    // 3 ÷ √2 = 2.121 would pass 1.960, the bar of one, and does not pass 2.241, that of the larger of two.
    const two = [50, 47, 47].map((average, at) => candidate(`o/${at}`, { average }));
    expect(shortlistOf(two, usual).groups.map(names)).toEqual([['o/0', 'o/1', 'o/2']]);
    // 4 ÷ √2 = 2.828 passes 2.241; then 2.121 is the only one left, and passes 1.960.
    const lower = [50, 47, 46].map((average, at) => candidate(`o/${at}`, { average }));
    expect(shortlistOf(lower, usual).groups.map(names)).toEqual([['o/0'], ['o/1', 'o/2']]);
  });

  test('no more than two groups are shown, and what is equal cannot be told', () => {
    const apart = [50, 50, 40, 30].map((average, at) => candidate(`o/${at}`, { average }));
    const { groups, fits } = shortlistOf(apart, usual);
    expect(groups.map(names)).toEqual([['o/0', 'o/1'], ['o/2']]);
    expect(fits).toBe(4);
  });

  test('weights make the score and its error', () => {
    const of = {
      scores: { ...byBenchmark(() => 0), ifeval: 80, math: 20 },
      errors: { ...byBenchmark(() => 9), ifeval: 2, math: 1 },
    };
    const weights = { ...byBenchmark(() => 0), ifeval: 1, math: 3 };
    // (80 + 3 · 20) ÷ 4 = 35, and (2² + 3²) ÷ 16 = 0.8125; what has no weight adds no error.
    expect(weighted(of, weights)).toEqual({ score: 35, variance: 0.8125 });
    expect(weighted(of, alike).score).toBeCloseTo(100 / 6, 12);
  });

  test('by other weights another model is the best', () => {
    const scores = (ifeval: number, math: number) => ({ ...byBenchmark(() => 10), ifeval, math });
    const all = [
      candidate('o/follows', { scores: scores(90, 0) }),
      candidate('o/counts', { scores: scores(0, 60) }),
    ];
    expect(names(shortlistOf(all, usual).groups[0])![0]).toBe('o/follows');
    const math = { ...byBenchmark(() => 0), math: 1 };
    expect(names(shortlistOf(all, asking({ weights: math })).groups[0])).toEqual(['o/counts']);
  });
});

describe('what fits', () => {
  test('the parameters × bits ÷ 8 and a fifth more are in the memory', () => {
    // 40 · 4 ÷ 8 · 1.2 = 24; 20 · 8 ÷ 8 · 1.2 = 24; 10 · 16 ÷ 8 · 1.2 = 24.
    for (const [bits, size] of [
      [4, 40],
      [8, 20],
      [16, 10],
    ] as const) {
      const all = [
        candidate('o/in', { parameters_b: size }),
        candidate('o/out', { parameters_b: size + 0.1 }),
      ];
      const { fits, groups } = shortlistOf(all, asking({ bits }));
      expect(fits).toBe(1);
      expect(groups[0]![0].memory).toBeCloseTo(24, 12);
    }
  });

  test('criteria leave models out, each for itself', () => {
    const all = [
      candidate('o/plain'),
      candidate('o/gone', { onHub: false }),
      candidate('o/cautioned', { caution: 'flagged' }),
      candidate('o/official', { official: true, license: 'mit' }),
      candidate('o/merge', { type: 'merge' }),
    ];
    const kept = (part: Partial<Criteria>) => names(shortlistOf(all, asking(part)).groups[0]);
    expect(kept({})).toEqual(['o/plain', 'o/official', 'o/merge']);
    expect(kept({ onHub: false })).toEqual(['o/plain', 'o/gone', 'o/official', 'o/merge']);
    expect(kept({ withoutCautioned: false })).toEqual(['o/plain', 'o/cautioned', 'o/official', 'o/merge']);
    expect(kept({ officialOnly: true })).toEqual(['o/official']);
    expect(kept({ types: ['merge', 'pretrained'] })).toEqual(['o/merge']);
  });

  test('a free licence is the model’s own and that of the model it descends from', () => {
    const from = (root_license: string | null, license = 'apache-2.0') =>
      ({ isRoot: false, root: 'o/root', root_license, license }) as const;
    const all = [
      candidate('o/root', { license: 'mit' }),
      candidate('o/tune', from('mit')),
      candidate('o/bound', from('llama3.1')),
      candidate('o/open', from(null)),
      candidate('o/other', from('mit', 'other')),
      candidate('o/none'),
    ];
    const kept = (licence: Criteria['licence']) => names(shortlistOf(all, asking({ licence })).groups[0]);
    expect(kept('free')).toEqual(['o/root', 'o/tune']);
    expect(kept('page')).toEqual(['o/root', 'o/tune', 'o/bound', 'o/open']);
    expect(kept('any')).toHaveLength(6);
    const { named } = shortlistOf(
      [candidate('o/best', { average: 50, ...from('gemma') }), candidate('o/free', { license: 'mit' })],
      usual,
    );
    expect(named.map(({ member, reasons }) => [member.candidate.model, ...reasons])).toEqual([
      ['o/best', 'best'],
      ['o/free', 'free'],
    ]);
  });

  test('copies are one model: the original, or the first where that is left out', () => {
    const copy = candidate('o/copy', { copy_of: 'o/original' });
    const second = candidate('o/second', { copy_of: 'o/original' });
    const found = (all: Parameters<typeof shortlistOf>[0]) =>
      shortlistOf(all, usual).groups[0]!.map((each) => [each.candidate.model, each.copies]);
    expect(found([copy, candidate('o/original'), second])).toEqual([['o/original', 2]]);
    expect(found([copy, candidate('o/original', { onHub: false }), second])).toEqual([['o/copy', 1]]);
  });
});

describe('who is named', () => {
  test('the best, the smallest as good, the best official and the best free one, each with every reason', () => {
    const all = [
      candidate('o/best', { average: 50 }),
      candidate('o/small', { average: 49, parameters_b: 3 }),
      candidate('o/free', { average: 48.5, license: 'apache-2.0' }),
      candidate('o/official', { average: 30, official: true, license: 'gemma' }),
    ];
    expect(namedIn(all)).toEqual([
      ['o/best', 'best', false],
      ['o/small', 'smaller', false],
      ['o/official', 'official', true],
      ['o/free', 'free', false],
    ]);
    expect(namedIn([candidate('o/one', { official: true, license: 'mit' })])).toEqual([
      ['o/one', 'best official free', false],
    ]);
  });

  test('a model that is hardly smaller is not named for it, nor one that is told from the best', () => {
    const sized = (parameters_b: number, average: number) => [
      candidate('o/best', { average: 50 }),
      candidate('o/other', { average, parameters_b }),
    ];
    // 6.3 of 7 are nine tenths.
    expect(namedIn(sized(6.29, 49))).toHaveLength(2);
    expect(namedIn(sized(6.31, 49))).toHaveLength(1);
    expect(namedIn(sized(1, 40))).toHaveLength(1);
  });
});

describe('where nothing fits', () => {
  test('each change that leaves something is offered with how many it leaves', () => {
    // At 16 bits 1 B takes 2.4 GB, at 8 bits 1.2, at 4 bits 0.6.
    const all = [
      candidate('o/a', { parameters_b: 1 }),
      candidate('o/b', { parameters_b: 2 }),
      candidate('o/c', { parameters_b: 0.1, onHub: false }),
    ];
    const { fits, groups, named, looser } = shortlistOf(all, asking({ memory: 1, bits: 16 }));
    expect({ fits, groups, named }).toEqual({ fits: 0, groups: [], named: [] });
    expect(looser).toEqual([
      { change: { bits: 4 }, fits: 1 },
      { change: { memory: 2.4 }, fits: 1 },
      { change: { onHub: false }, fits: 1 },
    ]);
  });

  test('nothing is offered where no single change helps', () => {
    const all = [candidate('o/a', { onHub: false, caution: 'flagged' })];
    expect(shortlistOf(all, usual).looser).toEqual([]);
  });
});

describe('what a caution leaves out', () => {
  const out = (...candidates: Parameters<typeof shortlistOf>[0]) => shortlistOf(candidates, usual).leftOut;
  const names = (models: readonly { candidate: { model: string } }[]) =>
    models.map(({ candidate: { model } }) => model);

  test('is what fits and has one, the best first, with those that could not be told from the best', () => {
    const leftOut = out(
      candidate('o/best', { average: 50 }),
      candidate('o/near', { average: 49, caution: 'flagged' }),
      candidate('o/above', { average: 60, caution: 'flagged' }),
      candidate('o/far', { average: 5, caution: 'off-plane' }),
      candidate('o/large', { average: 70, caution: 'flagged', parameters_b: 700 }),
    )!;
    expect(names(leftOut.models)).toEqual(['o/above', 'o/near', 'o/far']);
    // With the one at 60 in, nothing else could not be told from the best.
    expect(names(leftOut.first)).toEqual(['o/above']);
  });

  test('is nothing where none has one, and where they are asked for', () => {
    expect(out(candidate('o/a'))).toBeUndefined();
    const all = [candidate('o/a', { caution: 'flagged' })];
    expect(shortlistOf(all, { ...usual, withoutCautioned: false }).leftOut).toBeUndefined();
  });
});

test('models asked in the chat format alone, and what to do where there are none', () => {
  const plain = candidate('o/plain', { chatFormat: false });
  const asked = { ...usual, inChatFormat: true };
  expect(shortlistOf([plain, candidate('o/chat', { type: 'fine-tuned' })], asked).fits).toBe(1);
  expect(shortlistOf([plain], asked).looser).toContainEqual({ change: { inChatFormat: false }, fits: 1 });
});

test('what single tests say of two, three and more models', () => {
  const of = (...isApart: boolean[]) =>
    testsWords(isApart.map((each) => ({ apart: each ? { musr: 1 } : {} })) as never);
  expect(of(true)).toBe('On single tests it can be told from the best, as its line marks');
  expect(of(false)).toBe('On no single test can it be told from the best');
  expect(of(true, true)).toBe('On single tests both can be told from the best, as the lists mark');
  expect(of(true, false)).toBe('On single tests 1 of them can be told from the best, as the lists mark');
  expect(of(true, true, true)).toBe(
    'On single tests all of them can be told from the best, as the lists mark',
  );
});
