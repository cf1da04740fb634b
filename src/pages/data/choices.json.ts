import { choicesFile } from '../../publication/choices.ts';
import { publication } from '../../publication/publication.ts';

export const GET = async () => new Response(choicesFile(await publication()));
