/**
 * The statistics that the report promises, as its blueprint lists them: braces hold alternatives, and the
 * last pattern stands for every ordered pair of benchmarks.
 */
const patterns = `
models.count models.moe models.official
size.{small,medium,large}.count
score_per_b.{small,medium,large}.{mean,median,pooled}
co2_per_b.{small,medium,large}.{mean,median,pooled}
score.{official,community}.{mean,median}
score.{official,community}.{small,medium,large}.mean
score.{moe,dense}.{mean,median}
scaling.points_per_doubling
scaling.r2
scaling.r2.{ifeval,bbh,math,gpqa,musr,mmlu_pro}
co2.elasticity co2.elasticity.r2
pairs.count
pairs.average.{mean,median,share_up}
pairs.{ifeval,bbh,math,gpqa,musr,mmlu_pro}.{mean,median,share_down}
pairs.{pretrained,chat}_base.{ifeval,bbh,math,gpqa,musr,mmlu_pro}.mean
benchmarks.pc1_share
orgs.count orgs.hhi orgs.gini orgs.top10_share
noise.{same,template}.average.{median,p90}
noise.{twins,alike}.co2_fold.{median,p90}
controls.official.{raw,size,size_type,size_month,all}
controls.official.co2.{raw,all}
format.models format.same_commit
format.{average,ifeval,bbh,math,gpqa,musr,mmlu_pro}.mean
format.all.{average,ifeval,bbh,math,gpqa,musr,mmlu_pro}.mean
moe.flagged moe.architecture moe.both moe.reviewed
benchmarks.spearman.{ifeval,bbh,math,gpqa,musr,mmlu_pro}.{ifeval,bbh,math,gpqa,musr,mmlu_pro}
`;

/** The texts that a pattern stands for, its first braces first. */
function expand(pattern: string): string[] {
  const match = /^([^{]*)\{([^}]*)\}(.*)$/.exec(pattern);
  if (!match) return [pattern];
  const [, before, alternatives, after] = match;
  return alternatives!.split(',').flatMap((each) => expand(`${before}${each}${after}`));
}

export const requiredIds: readonly string[] = patterns
  .split(/\s+/)
  .filter((pattern) => pattern !== '')
  .flatMap(expand)
  .filter((id) => !/\.spearman\.(\w+)\.\1$/.test(id));
