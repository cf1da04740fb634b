import type { APIRoute } from 'astro';
import { estimates } from '../../dataset/tables.ts';
import { computedTable, deliveredTables } from '../../engine/delivered-tables.ts';
import { deliveryFiles } from '../../engine/delivery.ts';
import type { DeliveryFile } from '../../engine/delivery.ts';
import { rawTables } from '../../engine/raw-tables.ts';
import { estimateRows } from '../../publication/estimates.ts';
import { publication } from '../../publication/publication.ts';

export async function getStaticPaths() {
  const { packed, onDemand } = await deliveredTables(rawTables());
  const computed = computedTable(estimates, estimateRows(await publication()));
  const files = await deliveryFiles({ packed, onDemand: [...onDemand, computed] });
  return files.map((file) => ({ params: { file: file.name }, props: file }));
}

export const GET: APIRoute<DeliveryFile> = ({ props }) =>
  new Response(props.bytes as BodyInit, { headers: { 'Content-Type': props.type } });
