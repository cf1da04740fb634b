import type { APIRoute } from 'astro';
import type { Table } from '../../dataset/column.ts';
import { describedTables, tableDescription } from '../../publication/descriptions.ts';
import { lastSubmission } from '../../publication/files.ts';
import { publication } from '../../publication/publication.ts';
import { withBase } from '../../site/base.ts';
import { report } from '../../site/report.ts';

interface Props {
  table: Table;
}

/** What each table is and where it is from, beside its file. */
export const getStaticPaths = () =>
  describedTables.map((table) => ({ params: { table: table.file }, props: { table } satisfies Props }));

export const GET: APIRoute<Props> = async ({ props: { table }, site }) => {
  const address = site ? new URL(withBase('/data-card/'), site).href : null;
  return new Response(tableDescription(table, lastSubmission(await publication()), report.title, address));
};
