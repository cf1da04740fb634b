import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bibliography, bibliographyFile } from '../../src/references/bibliography.ts';
import { allCitations } from '../../src/references/citations.ts';
import { standingOf, type Standing } from '../../src/references/standing.ts';

/**
 * The works that the report set out to answer to: title, number of authors where it is known (of the newest
 * version, where versions differ), standing.
 */
const list: readonly [title: string, authors: number | undefined, standing: Standing][] = [
  [
    'Information Capacity: Evaluating the Efficiency of Large Language Models via Text Compression',
    4,
    'further reading',
  ],
  ['Deep Learning Model Reuse in the HuggingFace Community: Challenges, Benefit and Trends', 5, 'used'],
  [
    'Magic Words or Methodical Work? Challenging Conventional Wisdom in LLM-Based Political Text Annotation',
    5,
    'cited',
  ],
  [
    'Scaling Behaviors of LLM Reinforcement Learning Post-Training: An Empirical Study in Mathematical Reasoning',
    17,
    'further reading',
  ],
  ['Densing Law of LLMs', undefined, 'used'],
  [
    'Structured Context Engineering for File-Native Agentic Systems: Evaluating Schema Accuracy, Format Effectiveness, and Multi-File Navigation at Scale',
    1,
    'further reading',
  ],
  [
    "Quantifying Language Models' Sensitivity to Spurious Features in Prompt Design or: How I learned to start worrying about prompt formatting",
    4,
    'used',
  ],
  [
    'PropensityBench: Evaluating Latent Safety Risks in Large Language Models via an Agentic Approach',
    7,
    'further reading',
  ],
  ["What's documented in AI? Systematic Analysis of 32K AI Model Cards", 8, 'used'],
  ['Cheaply Evaluating Inference Efficiency Metrics for Autoregressive Transformer APIs', 6, 'cited'],
  [
    'How do Scaling Laws Apply to Knowledge Graph Engineering Tasks? The Impact of Model Size on Large Language Model Performance',
    5,
    'used',
  ],
  ['MUSCLE: A Model Update Strategy for Compatible LLM Evolution', 7, 'used'],
  ['From Text to Source: Results in Detecting Large Language Model-Generated Content', 3, 'further reading'],
  ['The Responsible Foundation Model Development Cheatsheet: A Review of Tools & Resources', 23, 'cited'],
  ["A Hitchhiker's Guide to Scaling Law Estimation", 3, 'used'],
  [
    'Characterizing Model Behavior Under Synthetic Data Training: An Empirical Study Across Scales and Mixing Ratios',
    5,
    'further reading',
  ],
  ['LLM-enabled Instance Model Generation', 5, 'further reading'],
  [
    'An Exploratory Literature Study on Sharing and Energy Use of Language Models for Source Code',
    3,
    'cited',
  ],
  [
    'Code Red! On the Harmfulness of Applying Off-the-shelf Large Language Models to Programming Tasks',
    5,
    'cited',
  ],
  ['Towards Greater Leverage: Scaling Laws for Efficient Mixture-of-Experts Language Models', 6, 'used'],
  ['Is Open Source the Future of AI? A Data-Driven Approach', 4, 'used'],
  ['Towards Semantic Versioning of Open Pre-trained Language Model Releases on Hugging Face', 5, 'used'],
  ['Ecosystem of Large Language Models for Code', 4, 'cited'],
  [
    '"Kelly is a Warm Person, Joseph is a Role Model": Gender Biases in LLM-Generated Reference Letters',
    6,
    'further reading',
  ],
  ['CALM: A Multi-task Benchmark for Comprehensive Assessment of Language Model Bias', 5, 'further reading'],
  ['Tryage: Real-time, intelligent Routing of User Prompts to Large Language Models', 2, 'used'],
  ['Economies of Open Intelligence: Tracing Power & Participation in the Model Ecosystem', undefined, 'used'],
  ['Unveiling Downstream Performance Scaling of LLMs: A Clustering-Based Perspective', 5, 'cited'],
  ['Questioning the Survey Responses of Large Language Models', 3, 'cited'],
  [
    'Evaluating Binary Decision Biases in Large Language Models: Implications for Fair Agent-Based Financial Simulations',
    2,
    'further reading',
  ],
  ['Efficient and Scalable Estimation of Tool Representations in Vector Space', 7, 'further reading'],
  ['Mamba-3: Improved Sequence Modeling using State Space Principles', 8, 'further reading'],
  ['Model Cards for Model Reporting', 9, 'used'],
  ['ToolACE-R: Tool Learning with Adaptive Self-Refinement', 11, 'further reading'],
  ['Specializing Smaller Language Models towards Multi-Step Reasoning', 5, 'used'],
  ['Are We There Yet? A Measurement Study of Efficiency for LLM Applications on Mobile Devices', 2, 'cited'],
  ['Dolma: an Open Corpus of Three Trillion Tokens for Language Model Pretraining Research', 36, 'cited'],
  [
    'SHARP: Social Harm Analysis via Risk Profiles for Measuring Inequities in Large Language Models',
    3,
    'used',
  ],
  ['Unveiling the Secret Recipe: A Guide For Supervised Fine-Tuning Small LLMs', 13, 'used'],
  ['Privacy Preserving Prompt Engineering: A Survey', 2, 'further reading'],
  ['Achieving Peak Performance for Large Language Models: A Systematic Review', 3, 'further reading'],
  ['Evaluating and Mitigating Discrimination in Language Model Decisions', 9, 'further reading'],
  ['A Survey on Mixture of Experts', 6, 'cited'],
  [
    'A Reliable Knowledge Processing Framework for Combustion Science using Foundation Models',
    2,
    'further reading',
  ],
  ["Exploring the Carbon Footprint of Hugging Face's ML Models: A Repository Mining Study", 4, 'used'],
  [
    'LLM Swiss Round: Aggregating Multi-Benchmark Performance via Competitive Swiss-System Dynamics',
    undefined,
    'further reading',
  ],
  ['Queries, Representation & Detection: The Next 100 Model Fingerprinting Schemes', 5, 'cited'],
  ['Evaluating Machine Learning Models with NERO: Non-Equivariance Revealed on Orbits', 5, 'further reading'],
  ['INSTRUCTEVAL: Towards Holistic Evaluation of Instruction-Tuned Large Language Models', 4, 'used'],
];

const nearness: readonly Standing[] = ['further reading', 'cited', 'used'];

describe('the reading list', () => {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replaceAll('\\', '')
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const source = readFileSync(bibliographyFile, 'utf8');
  const keys = new Map(
    [...source.matchAll(/^@\w+\{(\w+),\n(?:.*\n)*? {2}title = \{(.*)\},$/gm)].map(
      ([, key = '', title = '']) => [plain(title.replaceAll(/[{}]/g, '')), key],
    ),
  );
  const citations = allCitations();

  test('has 49 works, each once', () => {
    expect(new Set(list.map(([title]) => plain(title))).size).toBe(49);
  });

  test.each(list)('%s', (title, authors, standing) => {
    const key = keys.get(plain(title));
    expect(key, 'is in the list of references').toBeDefined();
    const work = bibliography().find(({ id }) => id === key)!;
    expect(work.reason, 'has its line').toMatch(/\S/);
    const found = standingOf(work, citations);
    // A work may come nearer to the report than it is listed, but not fall behind.
    expect(nearness.indexOf(found), found).toBeGreaterThanOrEqual(nearness.indexOf(standing));
    if (found !== 'further reading')
      expect(
        citations.some((citation) => citation.work === key),
        'is cited',
      ).toBe(true);
    const names = new RegExp(`\\{${key},\\n {2}author = \\{(.*)\\},\\n`).exec(source)![1]!.split(' and ');
    if (authors !== undefined) expect(names).toHaveLength(authors);
  });
});
