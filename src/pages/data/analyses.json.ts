import { robustness } from '../../publication/analyses/analyses.ts';
import { analysesFile } from '../../publication/analyses/file.ts';

export const GET = async () => new Response(analysesFile(await robustness()));
