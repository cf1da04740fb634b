import type { APIRoute } from 'astro';
import { deliveredTables } from '../../engine/delivered-tables.ts';
import { deliveryFiles } from '../../engine/delivery.ts';
import type { DeliveryFile } from '../../engine/delivery.ts';
import { rawTables } from '../../engine/raw-tables.ts';

export async function getStaticPaths() {
  const files = await deliveryFiles(await deliveredTables(rawTables()));
  return files.map((file) => ({ params: { file: file.name }, props: file }));
}

export const GET: APIRoute<DeliveryFile> = ({ props }) =>
  new Response(props.bytes as BodyInit, { headers: { 'Content-Type': props.type } });
