/** A number that the text may state without a statistic, because the table cannot answer it or it defines a term. */
export interface Constant {
  /** The words with the number, as they stand in the text. */
  text: string;
  meaning: string;
  /** Where the number comes from. */
  source: string;
}

const leaderboard = 'Documentation of the Open LLM Leaderboard, version 2';
const harness = 'Task sizes of the Language Model Evaluation Harness as the leaderboard ran it';
const definition = 'Definition used in this report';
const classes = 'Size classes of the seed, src/dataset/grouping.ts';

/** Every typed number that the content may hold. One that the content no longer uses has to go. */
export const constants: readonly Constant[] = [
  { text: 'June 2024', meaning: 'Month in which version 2 opened', source: leaderboard },
  { text: 'March 2025', meaning: 'Month in which the leaderboard was retired', source: leaderboard },
  {
    text: 'February 2025',
    meaning: 'Month of the new MATH scores',
    source: 'Announcement of Math-Verify by the maintainers',
  },
  {
    text: '21 points at 7 billion are 3 points per billion',
    meaning: 'Example of a score per billion parameters',
    source: 'Arithmetic',
  },
  { text: '365.2425', meaning: 'Mean days of a year of the calendar', source: definition },
  { text: '183 days', meaning: 'Days of half a year', source: 'src/statistics/named/moe-gaps.ts' },
  { text: '6,000 mixtures', meaning: 'Mixtures of weights', source: 'src/statistics/named/ranks.ts' },
  { text: '2.25', meaning: 'Square of the noise of carbon', source: 'src/statistics/carbon-label.ts' },
  {
    text: '1.2',
    meaning: 'Factor that the labels B and D reach over',
    source: 'src/statistics/carbon-label.ts',
  },
  { text: '1.56', meaning: 'Factor that the label C reaches over', source: 'src/statistics/carbon-label.ts' },
  { text: 'July 2024', meaning: 'Start of a slice given as an example', source: definition },
  { text: '9 to 40 billion', meaning: 'Bounds of the medium class', source: classes },
  { text: '9 billion', meaning: 'Upper bound of the small class', source: classes },
  { text: '40 billion', meaning: 'Upper bound of the medium class', source: classes },
  {
    text: '13 to 16 billion',
    meaning: 'Bounds of the band around 14 billion',
    source: 'src/statistics/named/near-14b.ts',
  },
  {
    text: '14 billion',
    meaning: 'Size around which many models are fine-tuned from one base',
    source: 'src/statistics/named/near-14b.ts',
  },
  {
    text: '20 points',
    meaning: 'Average whose price in parameters is followed',
    source: 'src/statistics/named/size-for-score.ts',
  },
  {
    text: '30 points',
    meaning: 'Average whose price in parameters is followed',
    source: 'src/statistics/named/size-for-score.ts',
  },
  {
    text: '40 points',
    meaning: 'Average whose price in parameters is followed',
    source: 'src/statistics/named/size-for-score.ts',
  },
  {
    text: '65 %',
    meaning: 'Accuracy of experts on GPQA in their own field',
    source: 'Rein et al., GPQA, abstract',
  },
  {
    text: '3.5 months',
    meaning: 'Doubling time of the highest capacity density, as reported',
    source: 'Xiao et al., Densing law of LLMs, Nature Machine Intelligence 2025, abstract',
  },
  {
    text: '2 March 2022',
    meaning: 'First day of creation that the Hub gives',
    source: 'Documentation of the Hub API, createdAt',
  },
  {
    text: '100,000 tournaments',
    meaning: 'Tournaments of the original of the Swiss rounds',
    source: 'Liu et al. 2025, arXiv:2512.21010',
  },
  { text: '1.96 standard errors', meaning: 'Reach of a 95 % interval', source: definition },
  { text: '1 to 2 billion', meaning: 'Example of a doubling', source: definition },
  { text: '35 to 70 billion', meaning: 'Example of a doubling', source: definition },
  { text: '95 %', meaning: 'Coverage of every interval', source: definition },
  { text: '95 of 100', meaning: 'Coverage of every interval, in words', source: definition },
  { text: 'between 0 and 1', meaning: 'Range of a raw result', source: leaderboard },
  { text: '0 to 100 points', meaning: 'Range of a normalised score', source: leaderboard },
  { text: '100 points', meaning: 'Upper end of a normalised score', source: leaderboard },
  { text: '0.25', meaning: 'Chance with four choices, the floor of GPQA', source: leaderboard },
  { text: 'becomes 0 points', meaning: 'Score at the floor', source: leaderboard },
  { text: 'becomes 0 as well', meaning: 'Score below the floor', source: leaderboard },
  { text: '0.50, 0.20 or 0.33', meaning: 'Floors of the three kinds of story of MuSR', source: leaderboard },
  { text: '0.10', meaning: 'Chance with ten choices, the floor of MMLU-Pro', source: leaderboard },
  { text: 'MATH level 5', meaning: 'Name of a benchmark', source: leaderboard },
  { text: '541', meaning: 'Questions of IFEval', source: harness },
  { text: '5,761', meaning: 'Questions of BBH', source: harness },
  { text: '1,324', meaning: 'Questions of MATH level 5', source: harness },
  { text: '546', meaning: 'Different questions of GPQA', source: harness },
  { text: '1,192', meaning: 'Answers that GPQA counts', source: harness },
  { text: '493', meaning: 'Effective number of questions of GPQA', source: 'src/dataset/questions.ts' },
  { text: '756', meaning: 'Questions of MuSR', source: harness },
  { text: '12,032', meaning: 'Questions of MMLU-Pro', source: harness },
  { text: '5.6 kilowatts', meaning: 'Full draw of eight accelerators of 0.7 kW', source: leaderboard },
  { text: '0.2698 kilograms', meaning: 'CO₂ per kilowatt-hour of the grid in Virginia', source: leaderboard },
  {
    text: '3,751 models',
    meaning: 'Models whose MATH was scored again',
    source: 'Announcement of Math-Verify by the maintainers',
  },
  {
    text: '4.66 points',
    meaning: 'Mean change of the new MATH scores',
    source: 'Announcement of Math-Verify by the maintainers',
  },
  {
    text: '8 February 2025',
    meaning: 'Day of the earlier copy of the table',
    source: 'Copy of the table at that day',
  },
  {
    text: '3,392 of 3,823',
    meaning: 'Shared runs with exactly twice the CO₂',
    source: 'Comparison of the copy of 8 February 2025 with the final release',
  },
  {
    text: 'submitted in 2025',
    meaning: 'Span of a share of submissions',
    source: 'src/statistics/named/submissions.ts',
  },
  {
    text: 'above 0.10',
    meaning: 'Index from which a market counts as moderately concentrated',
    source:
      'Horizontal Merger Guidelines, U.S. Department of Justice and Federal Trade Commission, 1992, where it is 1,000 of 10,000',
  },
  {
    text: 'above 0.18',
    meaning: 'Index from which a market counts as highly concentrated',
    source: 'The same guidelines, and again the Merger Guidelines of 2023, where it is 1,800 of 10,000',
  },
  {
    text: '97.5 %',
    meaning: 'Point of a distribution that leaves half of what the interval misses',
    source: definition,
  },
  { text: 'type 7', meaning: 'Name of a rule for quantiles', source: 'Hyndman and Fan, 1996' },
  { text: '0 where all', meaning: 'Lower end of the Gini coefficient', source: definition },
  { text: 'near 1 where', meaning: 'Upper end of the Gini coefficient', source: definition },
  { text: '1 for the same order', meaning: 'Upper end of a rank correlation', source: definition },
  { text: '0 for none', meaning: 'Middle of a rank correlation', source: definition },
  { text: '−1 for the reverse', meaning: 'Lower end of a rank correlation', source: definition },
  {
    text: '0.85 billion of its 17.5 billion parameters',
    meaning: 'Active and total size of the MoE model that the leverage is measured on',
    source: 'Tian et al., 2025, arXiv:2507.17702',
  },
  {
    text: 'dense one of 6.1 billion',
    meaning: 'Size of the dense model that it is compared with',
    source: 'Tian et al., 2025, arXiv:2507.17702, abstract',
  },
  {
    text: 'about 9 %',
    meaning: 'Share of rank-relevant variance that metadata on the contributor explain',
    source: 'Hardy et al., 2026, arXiv:2605.25272, abstract',
  },
  {
    text: '32,000 tokens',
    meaning: 'Length that the models of the work claim at least',
    source: 'Abstract of arXiv 2404.06654',
  },
  {
    text: '1,024 tokens',
    meaning: 'Longest answer to a question of MATH',
    source: 'Settings of the task in the Language Model Evaluation Harness',
  },
  {
    text: '0.8 %',
    meaning: 'Mean loss of accuracy in eight bits on long inputs',
    source: 'Abstract of arXiv 2505.20276',
  },
  {
    text: '59 %',
    meaning: 'Loss of accuracy that four bits reach on long inputs',
    source: 'Abstract of arXiv 2505.20276',
  },
  {
    text: '0.6 to 235 billion',
    meaning: 'Sizes of Qwen3',
    source: 'Abstract of arXiv 2505.09388',
  },
  {
    text: '119 languages',
    meaning: 'Languages and dialects of Qwen3',
    source: 'Abstract of arXiv 2505.09388',
  },
  {
    text: '0.692 on BBH',
    meaning: 'Raw BBH of one model',
    source: 'EleutherAI/lm-evaluation-harness, issue 2583',
  },
  {
    text: '0.531 on MMLU-Pro',
    meaning: 'Raw MMLU-Pro of one model',
    source: 'EleutherAI/lm-evaluation-harness, issue 2583',
  },
  {
    text: '55.93',
    meaning: 'Score of that model on BBH',
    source: 'EleutherAI/lm-evaluation-harness, issue 2583',
  },
  {
    text: '47.88',
    meaning: 'Score of that model on MMLU-Pro',
    source: 'EleutherAI/lm-evaluation-harness, issue 2583',
  },
  {
    text: '0.3297 on GPQA',
    meaning: 'Raw GPQA of one model, run elsewhere',
    source: 'EleutherAI/lm-evaluation-harness, issue 2091',
  },
  {
    text: '9.28 points',
    meaning: 'Score of that model on GPQA in July 2024',
    source: 'EleutherAI/lm-evaluation-harness, issue 2091',
  },
  {
    text: '2,742 models',
    meaning: 'Models of an article',
    source: 'Lozovskaya et al. 2025, CO₂ Emissions and Models Performance',
  },
  {
    text: '341 of them',
    meaning: 'Official ones among them',
    source: 'Lozovskaya et al. 2025, CO₂ Emissions and Models Performance',
  },
  {
    text: 'January 2025',
    meaning: 'Month of that article',
    source: 'Lozovskaya et al. 2025, CO₂ Emissions and Models Performance',
  },
  {
    text: 'up to 35',
    meaning: 'Best average of small community models in that article',
    source: 'Lozovskaya et al. 2025, CO₂ Emissions and Models Performance',
  },
  {
    text: '5 kilograms',
    meaning: 'Carbon that it names for them',
    source: 'Lozovskaya et al. 2025, CO₂ Emissions and Models Performance',
  },
  { text: '4,000 models', meaning: 'Models of a study', source: 'Hardy et al. 2026, AI Cartography' },
  {
    text: '0.53',
    meaning: 'Reliability of the slope of plain scores',
    source: 'Hardy et al. 2026, AI Cartography',
  },
  {
    text: '0.97',
    meaning: 'Reliability of the slope of their general factor',
    source: 'Hardy et al. 2026, AI Cartography',
  },
];
