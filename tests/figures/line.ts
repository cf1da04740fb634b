/**
 * A query for the least-squares line of `y` on `x` over the models `where`, with White's error of the slope in
 * the form HC3: columns slope, error, r2 and n.
 */
export const line = (x: string, y: string, where = 'true') => `
  WITH xy AS (SELECT ${x} AS x, ${y} AS y FROM OWN JOIN all_runs AS run USING (row) WHERE ${where}),
    fit AS (SELECT regr_slope(y, x) AS slope, regr_intercept(y, x) AS origin, regr_r2(y, x) AS r2,
      avg(x) AS centre, regr_sxx(y, x) AS sxx, count(*) AS n FROM xy),
    parts AS (SELECT x - centre AS d, y - origin - slope * x AS e,
      1 - (1 / n + (x - centre) ** 2 / sxx) AS kept FROM xy, fit)
  SELECT slope, r2, CAST(n AS INTEGER) AS n,
    (SELECT sqrt(sum((d * e / kept) ** 2)) FROM parts) / sxx AS error FROM fit`;
