import { SQLDialect } from '@codemirror/lang-sql';

const keywords =
  'all and anti any as asc asof between by case collate columns cross cube current_date desc describe distinct ' +
  'else end escape except exclude exists false filter first following from full group grouping having ilike in ' +
  'inner intersect interval is join last lateral left like limit materialized natural not null nulls offset on ' +
  'or order outer over partition pivot positional preceding qualify range recursive replace right rollup rows ' +
  'sample select semi sets show similar summarize then to true try_cast unbounded union unnest unpivot using ' +
  'values when where window with within';
const types =
  'bigint blob boolean date decimal double float hugeint integer list map smallint struct time timestamp tinyint ' +
  'ubigint uinteger usmallint utinyint uuid varchar';
const functions =
  'abs any_value arg_max arg_min avg bool_and bool_or cast ceil coalesce concat contains corr count count_if ' +
  'date_diff date_part date_trunc dense_rank exp first_value floor greatest histogram kurtosis lag last_value ' +
  'lead least length ln log10 log2 lower mad max median min mode nullif ntile percent_rank quantile_cont ' +
  'quantile_disc rank regexp_extract regexp_matches regexp_replace regr_count regr_intercept regr_r2 regr_slope ' +
  'round row_number skewness split_part sqrt starts_with stddev strftime string_agg sum trim upper variance';

/** The SQL of DuckDB, as far as a query that only reads needs it. */
export const duckdb = SQLDialect.define({
  keywords,
  types,
  builtin: functions,
  operatorChars: '+-*/<>=~!@%^&|:',
  doubleDollarQuotedStrings: true,
});
