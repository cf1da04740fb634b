import { expect, test } from 'vitest';
import { facts } from '../../report.ts';
import { change, pairsOf, type Pair } from './own-pairs.ts';
import { expectEqual, expectReach, mean, median, samples, statistic, wholes } from './samples.ts';

const official = (run: Record<string, string>) => run.official_provider === 'true';
const chat = (run: Record<string, string>) => run.chat_template === 'true';

const kinds: Record<string, (pair: Pair) => boolean> = {
  chat_child: ({ child }) => child.type === 'chat',
  fine_tuned_child: ({ child }) => child.type === 'fine-tuned',
  continued_child: ({ child }) => child.type === 'continued',
  pretrained_child: ({ child }) => child.type === 'pretrained',
  pretrained_base: ({ base }) => base.type === 'pretrained',
  fine_tuned_base: ({ base }) => base.type === 'fine-tuned',
  chat_base: ({ base }) => base.type === 'chat',
  official_child: ({ base, child }) => official(base) && official(child),
  community_child: ({ base, child }) => official(base) && !official(child),
  same_format: ({ base, child }) => chat(base) === chat(child),
  chat_format_child: ({ base, child }) => !chat(base) && chat(child),
  chat_format_base: ({ base, child }) => chat(base) && !chat(child),
};

const basesOf = (pairs: readonly Pair[]) => [...Map.groupBy(pairs, ({ base }) => base.row).values()];
const perBase = (pairs: readonly Pair[], of: (pair: Pair) => number) =>
  basesOf(pairs).map((children) => mean(children.map(of))!);

test.each(samples)('“$query”: pairs of a kind', async (sample) => {
  const pairs = await pairsOf(sample);
  for (const [id, has] of Object.entries(kinds)) {
    const changes = pairs.filter(has).map((pair) => change(pair));
    const up = changes.length === 0 ? null : changes.filter((each) => each > 0).length / changes.length;
    const value = async (measure: string) => (await statistic(sample, `pairs.${id}.${measure}`)).value;
    expect(await value('count')).toBe(changes.length);
    expectEqual(await value('average.mean'), mean(changes), `mean of ${id}`);
    expectEqual(await value('average.median'), median(changes), `median of ${id}`);
    expectEqual(await value('average.share_up'), up, `share up of ${id}`);
  }
});

test.each(samples)('“$query”: pairs of a chat root, neither of the two with a caution', async (sample) => {
  const cautioned = ({ model, evaluation }: Record<string, string>) =>
    facts('cautions').some(
      (caution) =>
        caution.model!.toLowerCase() === model!.trim().toLowerCase() &&
        ['', evaluation].includes(caution.evaluation),
    );
  const pairs = (await pairsOf(sample)).filter(kinds.chat_base!);
  const sound = pairs.filter(({ child, base }) => !cautioned(child) && !cautioned(base));
  const told = await statistic(sample, 'pairs.chat_base.no_caution.average.mean');
  expectEqual(told.value, mean(sound.map((pair) => change(pair))), 'mean');
  expect(told.n).toBe(sound.length);
});

test.each(samples)('“$query”: every base once', async (sample) => {
  const pairs = await pairsOf(sample);
  const once = perBase(pairs, (pair) => change(pair));
  const chatOnce = perBase(
    pairs.filter(({ base }) => base.type === 'chat'),
    (pair) => change(pair),
  );
  const expected = {
    'pairs.bases': once.length,
    'pairs.largest_base': Math.max(0, ...basesOf(pairs).map((children) => children.length)),
    'pairs.math.by_base.mean': mean(perBase(pairs, (pair) => change(pair, 'math'))),
    'pairs.average.by_base.mean': mean(once),
    'pairs.average.by_base.median': median(once),
    'pairs.chat_base.average.by_base.mean': mean(chatOnce),
    'pairs.ifeval.by_base.mean': mean(perBase(pairs, (pair) => change(pair, 'ifeval'))),
    'pairs.same_format.ifeval.by_base.mean': mean(
      perBase(pairs.filter(kinds.same_format!), (pair) => change(pair, 'ifeval')),
    ),
  };
  for (const [id, value] of Object.entries(expected))
    expectEqual((await statistic(sample, id)).value, value, id);
});

test.each(samples)('“$query”: what the gain consists of', async (sample) => {
  const pairs = await pairsOf(sample);
  const rest = ['bbh', 'math', 'gpqa', 'musr', 'mmlu_pro'];
  const ifeval = mean(pairs.map((pair) => change(pair, 'ifeval') / 6));
  const others = mean(pairs.map((pair) => rest.reduce((sum, name) => sum + change(pair, name) / 6, 0)));
  const value = async (id: string) => (await statistic(sample, id)).value;
  expect(await value('pairs.ifeval.part')).toBeCloseTo(ifeval ?? 0, 6);
  expect(await value('pairs.rest.part')).toBeCloseTo(others ?? 0, 6);
  expect(await value('pairs.ifeval.lead')).toBeCloseTo((ifeval ?? 0) - (others ?? 0), 6);
});

test.each(samples)('“$query”: a community child against its official base', async (sample) => {
  const pairs = (await pairsOf(sample)).filter(kinds.community_child!);
  const ratio = (name: string) => (pair: Pair) =>
    Math.log(Number(pair.child[name]) / Number(pair.base[name]));
  const efficiency = (pair: Pair) => ratio('average')(pair) - ratio('co2_kg')(pair);
  const power = (log: number | null) => (log === null ? null : Math.exp(log));
  const expected = {
    score_fold: power(mean(pairs.map(ratio('average')))),
    co2_fold: power(mean(pairs.map(ratio('co2_kg')))),
    points_per_kg_fold: power(mean(pairs.map(efficiency))),
    'points_per_kg_fold.by_base': power(mean(perBase(pairs, efficiency))),
  };
  for (const [id, value] of Object.entries(expected))
    expectEqual((await statistic(sample, `pairs.community_child.${id}`)).value, value, id);
});

test.each(samples)('“$query”: official children against others of the same base', async (sample) => {
  const leads = basesOf((await pairsOf(sample)).filter(({ base }) => official(base))).flatMap((children) => {
    const [ours, theirs] = [true, false].map((side) =>
      mean(children.filter(({ child }) => official(child) === side).map((pair) => change(pair))),
    );
    return ours == null || theirs == null ? [] : [ours - theirs];
  });
  const found = await statistic(sample, 'pairs.official_lead');
  expect(found.n).toBe(leads.length);
  expectEqual(found.value, mean(leads), 'lead');
});

test('independent, a mean over bases would carry their error', async () => {
  const once = perBase(await pairsOf(wholes[0]!), (pair) => change(pair));
  const middle = mean(once)!;
  const spread = Math.sqrt(once.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (once.length - 1));
  expectReach(
    await statistic(wholes[0]!, 'pairs.average.by_base.mean'),
    spread / Math.sqrt(once.length),
    'by base',
  );
});

test.each(wholes)('“$query”: what the pairs are made of', async (sample) => {
  const pairs = await pairsOf(sample);
  const organisation = ({ model }: Record<string, string>) => model!.split('/')[0];
  const name = ({ model }: Record<string, string>) => model!.toLowerCase().split('/')[1]!;
  const largest = basesOf(pairs).toSorted((a, b) => b.length - a.length)[0]!;
  const makers = [...Map.groupBy(largest, ({ child }) => organisation(child)).values()];
  const pretrained = pairs.filter(kinds.pretrained_child!);
  // In this table a name with a number format behind it ends in -bnb-4bit.
  const uploads = pairs.filter(({ child, base }) =>
    [name(base), `${name(base)}-bnb-4bit`, `${name(base)}-unsloth-bnb-4bit`].includes(name(child)),
  );
  const expected = {
    'pairs.largest_base.largest_organisation': Math.max(...makers.map((of) => of.length)),
    'pairs.reupload.count': uploads.length,
    'pairs.merge_child.count': pairs.filter(({ child }) => child.type === 'merge').length,
    'pairs.pretrained_child.bases': new Set(pretrained.map(({ base }) => base.row)).size,
    'pairs.pretrained_child.organisations': new Set(pretrained.map(({ child }) => organisation(child))).size,
  };
  for (const [id, value] of Object.entries(expected))
    expect((await statistic(sample, id)).value, id).toBe(value);
  expect(uploads.length).toBeGreaterThan(2);
});
