import { robustness } from '../../publication/analyses/analyses.ts';
import { sliceVerdicts } from '../../publication/exceptions.ts';
import { claimsFile } from '../../publication/files.ts';
import { publication } from '../../publication/publication.ts';

export const GET = async () =>
  new Response(claimsFile(await publication(), await sliceVerdicts(), await robustness()));
