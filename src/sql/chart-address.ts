import { addressWith, ParameterProblem, readParameters, type Parameters } from '../slice/parameters.ts';
import { chartForms, type NamedChart } from './chart-choice.ts';

/** The parameter of the SQL page for the chart of its result: form, column of x and of y, counted from 1. */
export const chartParameters = {
  chart: {
    key: 'chart',
    empty: null,
    parse(text) {
      const [, id, x, y] = /^([a-z]+)\.([1-9]\d{0,2})\.([1-9]\d{0,2})$/.exec(text) ?? [];
      const form = chartForms.find((each) => each.id === id);
      if (!form)
        throw new ParameterProblem(
          'the chart of the link cannot be read; one is written like “bars.1.2”, the columns counted from 1',
        );
      return { form: form.id, x: Number(x) - 1, y: Number(y) - 1 };
    },
    format: (chart) => (chart ? `${chart.form}.${chart.x + 1}.${chart.y + 1}` : ''),
  },
} satisfies Parameters<{ chart: NamedChart | null }>;

/** The chart that an address asks for; none where it says nothing of one. */
export function chartInAddress(address: string): { chart: NamedChart | null; problems: string[] } {
  const { values, problems } = readParameters<{ chart: NamedChart | null }>(
    chartParameters,
    new URL(address).searchParams,
  );
  return { chart: values.chart, problems };
}

/** The address with a chart, or without one. */
export const addressWithChart = (address: string, chart: NamedChart | null): string =>
  addressWith<{ chart: NamedChart | null }>(address, chartParameters, { chart });
